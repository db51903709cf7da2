import { timestamp, timestamps, type Urls } from '../http/index.ts';
import { pacticipantLink } from '../pacticipants/index.ts';
import { versionLink } from '../versions/index.ts';
import type { DeployedVersion } from './deployed-version-store.ts';
import type { Environment } from './environment-store.ts';
import type { ReleasedVersion } from './released-version-store.ts';

/** An environment in HAL. Source: docs/official-broker/environments.md#an-environment. */
export function environmentRepresentation(environment: Environment, urls: Urls): object {
  const href = urls.environment(environment.uuid);
  const { displayName } = environment;
  return {
    ...environmentSummary(environment),
    _links: {
      self: { title: 'Environment', name: environment.name, href },
      'pb:currently-deployed-deployed-versions': {
        title: `Versions currently deployed to ${displayName} environment`,
        href: `${href}/deployed-versions/currently-deployed`,
      },
      'pb:currently-supported-released-versions': {
        title: `Versions released and supported in ${displayName} environment`,
        href: `${href}/released-versions/currently-supported`,
      },
      'pb:environments': { title: 'Environments', href: urls.environments() },
    },
  };
}

/** An environment as it stands in the rows of a matrix: with no link but its own. */
export function embeddedEnvironment(environment: Environment, urls: Urls): object {
  return {
    ...environmentSummary(environment),
    _links: {
      self: { title: 'Environment', name: environment.name, href: urls.environment(environment.uuid) },
    },
  };
}

function environmentSummary({ uuid, name, displayName, production, contacts, ...rest }: Environment): object {
  return { uuid, name, displayName, production, contacts, ...timestamps(rest) };
}

/** What a deployed or released version embeds: everything on its own, less in a collection. */
export type Embedding = 'all' | 'version' | 'none';

/** A deployed version in HAL. Source: docs/official-broker/environments.md#deployments. */
export function deployedVersionRepresentation(
  deployed: DeployedVersion,
  environment: Environment,
  embedding: Embedding,
  urls: Urls,
): object {
  const { uuid, target, undeployedAt } = deployed;
  return {
    uuid,
    currentlyDeployed: undeployedAt === null,
    target: target ?? undefined,
    applicationInstance: target ?? undefined,
    undeployedAt: undeployedAt === null ? undefined : timestamp(undeployedAt),
    createdAt: timestamp(deployed.createdAt),
    ...embedded(deployed, environment, embedding, urls),
    _links: { self: { href: urls.deployedVersion(uuid) } },
  };
}

/** A released version in HAL. Source: docs/official-broker/environments.md#releases. */
export function releasedVersionRepresentation(
  released: ReleasedVersion,
  environment: Environment,
  embedding: Embedding,
  urls: Urls,
): object {
  const { uuid, supportEndedAt } = released;
  return {
    uuid,
    currentlySupported: supportEndedAt === null,
    ...timestamps(released),
    supportEndedAt: supportEndedAt === null ? undefined : timestamp(supportEndedAt),
    ...embedded(released, environment, embedding, urls),
    _links: { self: { href: urls.releasedVersion(uuid) } },
  };
}

function embedded(
  version: { readonly pacticipantName: string; readonly number: string },
  environment: Environment,
  embedding: Embedding,
  urls: Urls,
): object {
  if (embedding === 'none') return {};
  const { pacticipantName: name, number } = version;
  return {
    _embedded: {
      pacticipant: { name, _links: { self: { href: pacticipantLink(name, urls).href } } },
      version: { number, _links: { self: versionLink(version, urls) } },
      environment: embedding === 'all' ? environmentRepresentation(environment, urls) : undefined,
    },
  };
}

/** `pb:deployed-environments` of a pacticipant: a link to each deployment. */
export function deployedEnvironmentLinks(deployments: readonly DeployedVersion[], urls: Urls): object[] {
  return deployments.map((deployment) => deployedEnvironmentLink(deployment, urls));
}

function deployedEnvironmentLink(
  { uuid, environmentDisplayName, undeployedAt }: DeployedVersion,
  urls: Urls,
): object {
  return {
    title: `Version deployed to ${environmentDisplayName}`,
    name: environmentDisplayName,
    href: urls.deployedVersion(uuid),
    currently_deployed: undeployedAt === null,
  };
}

/** `pb:deployed-environments` of a version: also on which application instance, and from when until when. */
export function deploymentLinksOfVersion(deployments: readonly DeployedVersion[], urls: Urls): object[] {
  return deployments.map((deployment) => ({
    ...deployedEnvironmentLink(deployment, urls),
    deployed_at: timestamp(deployment.createdAt),
    undeployed_at: timeOrNone(deployment.undeployedAt),
    application_instance: deployment.target ?? undefined,
  }));
}

/** `pb:released-environments` of a version: a link to each release, with from when until when it is supported. */
export function releaseLinksOfVersion(releases: readonly ReleasedVersion[], urls: Urls): object[] {
  return releases.map(({ uuid, environmentDisplayName, createdAt, supportEndedAt }) => ({
    title: `Version released to ${environmentDisplayName}`,
    name: environmentDisplayName,
    href: urls.releasedVersion(uuid),
    currently_supported: supportEndedAt === null,
    released_at: timestamp(createdAt),
    support_ended_at: timeOrNone(supportEndedAt),
  }));
}

const timeOrNone = (time: string | null): string | null => (time === null ? null : timestamp(time));

/** Where a version's deployments and releases can be recorded. */
export function recordingLinks(
  { pacticipantName, number }: { readonly pacticipantName: string; readonly number: string },
  environments: readonly Environment[],
  urls: Urls,
): object {
  return {
    'pb:record-deployment': environments.map(({ uuid, name, displayName }) => ({
      title: `Record deployment to ${displayName}`,
      name,
      href: urls.deployments(pacticipantName, number, uuid),
    })),
    'pb:record-release': environments.map(({ uuid, name, displayName }) => ({
      title: `Record release to ${displayName}`,
      name,
      href: urls.releases(pacticipantName, number, uuid),
    })),
  };
}
