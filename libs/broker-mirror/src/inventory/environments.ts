import { requireEmbedded, requireLink, type HalResource } from '@pact-workshop/broker-client';
import { indexLink, type ConnectedBroker } from '../connected-broker.ts';
import type { Deployment, MirroredEnvironment, Release } from './types.ts';

/** An environment and its document, whose links lead to its versions. */
export interface EnvironmentResource extends MirroredEnvironment {
  readonly resource: HalResource;
}

export async function readEnvironments(broker: ConnectedBroker): Promise<EnvironmentResource[]> {
  const url = indexLink(broker, 'pb:environments');
  return requireEmbedded(await broker.client.get(url), 'environments', url).map((resource) => {
    const { name, displayName, production, contacts } = resource as unknown as MirroredEnvironment['body'];
    return {
      name,
      url: requireLink(resource, 'self', broker.client.baseUrl),
      body: { name, displayName, production, contacts },
      resource,
    };
  });
}

/** The current deployments, oldest first. */
export async function readCurrentDeployments(
  { client }: ConnectedBroker,
  environments: readonly EnvironmentResource[],
): Promise<Deployment[]> {
  const lists = environments.map(async ({ name, resource }) => {
    const url = requireLink(resource, 'pb:currently-deployed-deployed-versions', client.baseUrl);
    const deployed = requireEmbedded(await client.get(url), 'deployedVersions', url);
    return deployed.toReversed().map((one) => toDeployment(one, { environment: name }));
  });
  return (await Promise.all(lists)).flat();
}

/** The releases that are supported now. */
export async function readSupportedReleases(
  { client }: ConnectedBroker,
  environments: readonly EnvironmentResource[],
): Promise<Release[]> {
  const lists = environments.map(async ({ name, resource }) => {
    const url = requireLink(resource, 'pb:currently-supported-released-versions', client.baseUrl);
    const released = requireEmbedded(await client.get(url), 'releasedVersions', url);
    return released.toReversed().map((one) => toRelease(one, { environment: name }));
  });
  return (await Promise.all(lists)).flat();
}

interface Place {
  readonly pacticipant?: string;
  readonly version?: string;
  readonly environment?: string;
}

/** @param place the fields that the caller knows and the document may lack */
export function toDeployment(resource: HalResource, place: Place): Deployment {
  const { currentlyDeployed, applicationInstance, createdAt } = resource;
  return {
    ...placeOf(resource, place),
    instance: typeof applicationInstance === 'string' ? applicationInstance : undefined,
    isCurrent: currentlyDeployed === true,
    createdAt: String(createdAt),
    url: requireLink(resource, 'self', place.environment ?? ''),
  };
}

/** @param place the fields that the caller knows and the document may lack */
export function toRelease(resource: HalResource, place: Place): Release {
  return {
    ...placeOf(resource, place),
    isSupported: resource['currentlySupported'] === true,
    url: requireLink(resource, 'self', place.environment ?? ''),
  };
}

function placeOf(resource: HalResource, place: Place) {
  const within = (name: string, field: string): string =>
    String((resource._embedded?.[name] as Record<string, unknown> | undefined)?.[field]);
  return {
    pacticipant: place.pacticipant ?? within('pacticipant', 'name'),
    version: place.version ?? within('version', 'number'),
    environment: place.environment ?? within('environment', 'name'),
  };
}
