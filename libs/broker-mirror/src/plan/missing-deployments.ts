import type { Deployment } from '../inventory/index.ts';

type DeployedVersion = Pick<Deployment, 'version' | 'isCurrent'>;

export interface DeploymentStep {
  readonly action: 'deploy' | 'undeploy';
  readonly version: string;
}

export interface DeploymentPlan {
  readonly steps: readonly DeploymentStep[];
  /** How many past deployments can't be recorded, as the target has later ones. */
  readonly lost: number;
}

/**
 * What to record, so that the target has the same deployments in one place (a pacticipant, environment and application
 * instance) as the source. Recording a deployment ends the previous one, so deployments can only be copied in their
 * order. If the target's deployments are not the beginning of the source's, only the current deployment is made the
 * same.
 * @param source deployments in the place, oldest first; only the last one may be current
 * @param target likewise
 */
export function planDeployments(
  source: readonly DeployedVersion[],
  target: readonly DeployedVersion[],
): DeploymentPlan {
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
    // Recording a version that is already deployed would change nothing.
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
