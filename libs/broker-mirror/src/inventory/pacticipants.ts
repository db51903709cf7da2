import { embedded, requireLink, type HalResource } from '@pact-workshop/broker-client';
import { mapConcurrently, type LaneOptions } from '../lanes.ts';
import { indexLink, type Side } from '../side.ts';
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
export async function readPacticipants(side: Side, options: LaneOptions): Promise<MirroredPacticipant[]> {
  const resources = await allPages(side.client, indexLink(side, 'pb:pacticipants'), 'pacticipants');
  return mapConcurrently(resources, options, async (resource) => {
    const name = String(resource['name']);
    const url = requireLink(resource, 'pb:versions', side.client.baseUrl);
    const versions = await allPages(side.client, url, 'versions');
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
