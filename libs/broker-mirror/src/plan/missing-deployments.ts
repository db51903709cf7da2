import type { Deployment } from '../inventory/index.ts';

type Entry = Pick<Deployment, 'version' | 'isCurrent'>;

export interface DeploymentStep {
  readonly action: 'deploy' | 'undeploy';
  readonly version: string;
}

export interface DeploymentPlan {
  readonly steps: readonly DeploymentStep[];
  /** Past deployments that can't be put before what the target has. */
  readonly lost: number;
}

/**
 * What to record, so that one place (a pacticipant, environment and application instance) is at the target as it is at
 * the source. Recording a deployment ends the one before, so that history can only be carried in its order; where the
 * target's is not the beginning of the source's, only what is deployed now is made the same.
 * @param source deployments of the place, oldest first, at most the last of them current
 * @param target likewise
 */
export function planDeployments(source: readonly Entry[], target: readonly Entry[]): DeploymentPlan {
  const versions = new Set(source.map(({ version }) => version));
  const known = target.filter(({ version }) => versions.has(version));
  const isBeginning = known.every(({ version }, i) => source[i]?.version === version);
  const current = source.find(({ isCurrent }) => isCurrent)?.version;
  const lastKnown = target.find(({ isCurrent }) => isCurrent)?.version;
  if (!isBeginning) {
    const lost = Math.max(0, source.length - known.length);
    return { steps: stepsTo(current, lastKnown), lost };
  }
  const steps: DeploymentStep[] = [];
  let deployed = lastKnown;
  for (const { version } of source.slice(known.length)) {
    // Recording the version that is deployed would change nothing.
    if (deployed === version) steps.push({ action: 'undeploy', version });
    steps.push({ action: 'deploy', version });
    deployed = version;
  }
  return { steps: [...steps, ...stepsTo(current, deployed)], lost: 0 };
}

function stepsTo(wanted: string | undefined, deployed: string | undefined): DeploymentStep[] {
  if (wanted === deployed) return [];
  if (wanted !== undefined) return [{ action: 'deploy', version: wanted }];
  return deployed === undefined ? [] : [{ action: 'undeploy', version: deployed }];
}
