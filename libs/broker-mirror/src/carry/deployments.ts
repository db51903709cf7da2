import { findLinks, type HalResource } from '@pact-workshop/broker-client';
import type { Deployment, Release } from '../inventory/index.ts';
import { runInLanes } from '../lanes.ts';
import { planDeployments, type DeploymentStep } from '../plan/index.ts';
import { indexLink, type Side } from '../side.ts';
import type { Carrying } from './carrying.ts';

/** Records deployments, place by place in their order, and what has ended since. */
export async function carryDeployments(
  carrying: Carrying,
  source: readonly Deployment[],
  target: readonly Deployment[],
): Promise<void> {
  const from = Map.groupBy(source, placeOf);
  const there = Map.groupBy(target, placeOf);
  const tasks = [...new Set([...from.keys(), ...there.keys()])].map((place) => {
    const [first] = [...(from.get(place) ?? []), ...(there.get(place) ?? [])];
    return {
      lanes: [place],
      run: async () => {
        const { steps, lost } = planDeployments(from.get(place) ?? [], there.get(place) ?? []);
        if (first && lost > 0) {
          const { pacticipant, environment } = first;
          carrying.notCarried.push(
            `${lost} past deployments of ${pacticipant} to ${environment}: the target has later ones already`,
          );
        }
        for (const step of steps) if (first) await perform(carrying.to, first, step);
      },
    };
  });
  await runInLanes(tasks, carrying.options);
}

/** Records releases, and the end of support for those that have it. */
export async function carryReleases(
  carrying: Carrying,
  source: readonly Release[],
  target: readonly Release[],
): Promise<void> {
  const there = new Map(target.map((release) => [releaseKey(release), release]));
  const here = new Map(source.map((release) => [releaseKey(release), release]));
  const tasks = [...new Map([...there, ...here])].map(([key, { pacticipant, version, environment }]) => ({
    lanes: [pacticipant],
    run: async () => {
      const other = there.get(key);
      const isSupported = here.get(key)?.isSupported ?? false;
      if (other?.isSupported === isSupported) return;
      const url =
        other && !isSupported
          ? other.url
          : await record(carrying.to, 'pb:record-release', { pacticipant, version, environment });
      if (!isSupported && url !== undefined) {
        await carrying.to.client.patch(url, { currentlySupported: false });
      }
    },
  }));
  await runInLanes(tasks, carrying.options);
}

async function perform(to: Side, place: Deployment, { action, version }: DeploymentStep): Promise<void> {
  const { pacticipant, environment, instance } = place;
  const name = { pacticipant, version, environment };
  // Recording what is deployed already changes nothing, and tells its URL.
  const url = await record(
    to,
    'pb:record-deployment',
    name,
    instance === undefined ? {} : { applicationInstance: instance },
  );
  if (action === 'undeploy' && url !== undefined) await to.client.patch(url, { currentlyDeployed: false });
}

/** @returns the URL of what was recorded; undefined when the target lacks the version or environment */
async function record(
  to: Side,
  rel: string,
  { pacticipant, version, environment }: { pacticipant: string; version: string; environment: string },
  body = {},
): Promise<string | undefined> {
  const resource = await to.client.find(indexLink(to, 'pb:pacticipant-version', { pacticipant, version }));
  const link = resource && findLinks(resource, rel).find(({ name }) => name === environment);
  if (!link) return undefined;
  const recorded: HalResource = await to.client.post(link.href, body);
  return findLinks(recorded, 'self')[0]?.href;
}

const placeOf = ({ pacticipant, environment, instance }: Deployment): string =>
  JSON.stringify([pacticipant, environment, instance ?? null]);
const releaseKey = ({ pacticipant, version, environment }: Release): string =>
  JSON.stringify([pacticipant, version, environment]);
