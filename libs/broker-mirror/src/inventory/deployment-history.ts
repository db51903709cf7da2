import { findLinks, requireEmbedded } from '@pact-workshop/broker-client';
import { indexLink, type ConnectedBroker } from '../connected-broker.ts';
import { toDeployment, toRelease } from './environments.ts';
import type { Deployment, Release } from './types.ts';

/** What was recorded of versions. */
export interface DeploymentHistory {
  /** Oldest first. */
  readonly deployments: readonly Deployment[];
  readonly releases: readonly Release[];
}

/**
 * All deployments and releases ever recorded of a version, in all environments; none if the broker lacks the version.
 */
export async function readDeploymentHistory(
  broker: ConnectedBroker,
  { pacticipant, version }: { readonly pacticipant: string; readonly version: string },
): Promise<DeploymentHistory> {
  const { client } = broker;
  const resource = await client.find(indexLink(broker, 'pb:pacticipant-version', { pacticipant, version }));
  if (!resource) return { deployments: [], releases: [] };
  const listed = async (rel: string, name: string) => {
    const lists = findLinks(resource, rel).map(async ({ name: environment, href }) => {
      const entries = requireEmbedded(await client.get(href), name, href).toReversed();
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
