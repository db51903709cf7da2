import { embedded, requireLink, type HalResource } from '@pact-workshop/broker-client';
import { mapConcurrently, type ConcurrencyOptions } from '../concurrency.ts';
import { indexLink, type ConnectedBroker } from '../connected-broker.ts';
import { allPages } from './pages.ts';
import type { Attributes, MirroredPacticipant } from './types.ts';
import { toVersion } from './versions.ts';

const attributeNames = [
  'displayName',
  'mainBranch',
  'repositoryUrl',
  'repositoryName',
  'repositoryNamespace',
] as const;

/** All pacticipants with their versions, oldest first. */
export async function readPacticipants(
  broker: ConnectedBroker,
  options: ConcurrencyOptions,
): Promise<MirroredPacticipant[]> {
  const resources = await allPages(broker.client, indexLink(broker, 'pb:pacticipants'), 'pacticipants');
  return mapConcurrently(resources, options, async (resource) => {
    const name = String(resource['name']);
    const url = requireLink(resource, 'pb:versions', broker.client.baseUrl);
    const versions = await allPages(broker.client, url, 'versions');
    return {
      name,
      attributes: attributesOf(resource),
      labels: embedded(resource, 'labels').map((label) => String(label['name'])),
      versions: versions.toReversed().map((version) => toVersion(name, version)),
    };
  });
}

function attributesOf(resource: HalResource): Attributes {
  return Object.fromEntries(
    attributeNames.flatMap((name) => (typeof resource[name] === 'string' ? [[name, resource[name]]] : [])),
  );
}
