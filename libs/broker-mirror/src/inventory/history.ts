import { embedded, findLinks } from '@pact-workshop/broker-client';
import { indexLink, type Side } from '../side.ts';
import { toDeployment, toRelease } from './environments.ts';
import type { Deployment, Release } from './types.ts';

export interface History {
  /** Oldest first. */
  readonly deployments: readonly Deployment[];
  readonly releases: readonly Release[];
}

/** All that was ever recorded of a version, in every environment; nothing when the broker doesn't have it. */
export async function readHistory(
  side: Side,
  { pacticipant, version }: { readonly pacticipant: string; readonly version: string },
): Promise<History> {
  const { client } = side;
  const resource = await client.find(indexLink(side, 'pb:pacticipant-version', { pacticipant, version }));
  if (!resource) return { deployments: [], releases: [] };
  const listed = async (rel: string, name: string) => {
    const lists = findLinks(resource, rel).map(async ({ name: environment, href }) => {
      const entries = embedded(await client.get(href), name).toReversed();
      return entries.map(
        (entry) => [entry, { pacticipant, version, environment: environment ?? '' }] as const,
      );
    });
    return (await Promise.all(lists)).flat();
  };
  const deployed = await listed('pb:record-deployment', 'deployedVersions');
  const released = await listed('pb:record-release', 'releasedVersions');
  return {
    deployments: deployed.map(([entry, place]) => toDeployment(entry, place)),
    releases: released.map(([entry, place]) => toRelease(entry, place)),
  };
}
