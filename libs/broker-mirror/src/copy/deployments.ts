import { findLinks, requireLink } from '@pact-workshop/broker-client';
import type { Deployment, Release } from '../inventory/index.ts';
import { runTasks } from '../concurrency.ts';
import { planDeployments, type DeploymentStep } from '../plan/index.ts';
import { indexLink, type ConnectedBroker } from '../connected-broker.ts';
import type { CopyContext } from './context.ts';

/**
 * Records the deployments of each place in their order, and their ends. A place is an application instance in an
 * environment.
 */
export async function copyDeployments(
  context: CopyContext,
  source: readonly Deployment[],
  target: readonly Deployment[],
): Promise<void> {
  const from = Map.groupBy(source, placeOf);
  const there = Map.groupBy(target, placeOf);
  const tasks = [...new Set([...from.keys(), ...there.keys()])].map((place) => {
    const [first] = [...(from.get(place) ?? []), ...(there.get(place) ?? [])];
    return {
      orderKeys: [place],
      run: async () => {
        const { steps, lost } = planDeployments(from.get(place) ?? [], there.get(place) ?? []);
        if (first && lost > 0) {
          const { pacticipant, environment } = first;
          context.notCopied.push(
            `${lost} past deployments of ${pacticipant} to ${environment}: the target has later ones already`,
          );
        }
        for (const step of steps) if (first) await perform(context.to, first, step);
      },
    };
  });
  await runTasks(tasks, context.options);
}

/** Records releases, and the end of support of those that have ended. */
export async function copyReleases(
  context: CopyContext,
  source: readonly Release[],
  target: readonly Release[],
): Promise<void> {
  const there = new Map(target.map((release) => [releaseKey(release), release]));
  const here = new Map(source.map((release) => [releaseKey(release), release]));
  const tasks = [...new Map([...there, ...here])].map(([key, { pacticipant, version, environment }]) => ({
    orderKeys: [pacticipant],
    run: async () => {
      const other = there.get(key);
      const isSupported = here.get(key)?.isSupported ?? false;
      if (other?.isSupported === isSupported) return;
      const url =
        other && !isSupported
          ? other.url
          : await record(context.to, 'pb:record-release', { pacticipant, version, environment });
      if (!isSupported && url !== undefined) {
        await context.to.client.patch(url, { currentlySupported: false });
      }
    },
  }));
  await runTasks(tasks, context.options);
}

async function perform(
  to: ConnectedBroker,
  place: Deployment,
  { action, version }: DeploymentStep,
): Promise<void> {
  const { pacticipant, environment, instance } = place;
  const name = { pacticipant, version, environment };
  // Recording a version that is already deployed changes nothing, and returns the URL of the deployment.
  const url = await record(to, 'pb:record-deployment', name, { applicationInstance: instance });
  if (action === 'undeploy' && url !== undefined) await to.client.patch(url, { currentlyDeployed: false });
}

/** @returns the URL of the recorded deployment or release; undefined if the target lacks the version or environment */
async function record(
  to: ConnectedBroker,
  rel: string,
  { pacticipant, version, environment }: { pacticipant: string; version: string; environment: string },
  body = {},
): Promise<string | undefined> {
  const resource = await to.client.find(indexLink(to, 'pb:pacticipant-version', { pacticipant, version }));
  const link = resource && findLinks(resource, rel).find(({ name }) => name === environment);
  if (!link) return undefined;
  return requireLink(await to.client.post(link.href, body), 'self', link.href);
}

const placeOf = ({ pacticipant, environment, instance }: Deployment): string =>
  JSON.stringify([pacticipant, environment, instance ?? null]);
const releaseKey = ({ pacticipant, version, environment }: Release): string =>
  JSON.stringify([pacticipant, version, environment]);
