import {
  BrokerClient,
  findLinks,
  NotAPactBrokerError,
  refuseEmpty,
  requireEmbedded,
  requireLink,
  type Broker,
  type HalResource,
} from '@pact-workshop/broker-client';
import { requireVersion } from '../versions/index.ts';
import { environmentResource } from './environments.ts';
import { NotRecordedError, UnknownEnvironmentError } from './errors.ts';

/** Options of {@link recordRelease} and {@link recordSupportEnded}. */
export interface RecordOptions {
  /** By default, from the environment: {@link brokerConnection}. */
  readonly broker?: Broker | undefined;
  /** Name of the pacticipant. */
  readonly pacticipant: string;
  /** Its version, which the broker must have. */
  readonly version: string;
  /** Name of the environment. */
  readonly environment: string;
}

/** Options of {@link recordDeployment}. */
export interface RecordDeploymentOptions extends RecordOptions {
  /** Identifies one of several instances that run at the same time, each with its own version; none by default. */
  readonly applicationInstance?: string | undefined;
}

/** A recorded deployment or release. */
export interface Recorded {
  /** The broker's id. */
  readonly uuid: string;
  /** Its URL in the broker. */
  readonly url: string;
}

/**
 * Records that a version now runs in an environment. It replaces the previous version there.
 * Source: docs/official-broker/environments.md#deployments.
 * @returns the recorded deployment
 * @example
 * ```ts
 * import { recordDeployment } from '@pact-workshop/pact-tooling';
 *
 * await recordDeployment({ pacticipant: 'UserService', version: '2.0.0', environment: 'production' });
 * ```
 * @throws {@link EmptyValueError} if a given value is empty
 * @throws {@link UnknownVersionError}, {@link UnknownEnvironmentError} if the broker does not have it
 * @throws {@link BrokerUnreachableError}, {@link BrokerUnauthorizedError}, {@link BrokerResponseError}
 */
export async function recordDeployment(options: RecordDeploymentOptions): Promise<Recorded> {
  const { applicationInstance } = options;
  refuseEmpty({ applicationInstance });
  return record(options, 'pb:record-deployment', { applicationInstance });
}

/**
 * Records that a version is released to an environment. Older versions stay supported there.
 * Source: docs/official-broker/environments.md#releases.
 * @returns the recorded release
 * @example
 * ```ts
 * import { recordRelease } from '@pact-workshop/pact-tooling';
 *
 * await recordRelease({ pacticipant: 'MobileApp', version: '3.1.0', environment: 'production' });
 * ```
 * @throws the errors of {@link recordDeployment}
 */
export async function recordRelease(options: RecordOptions): Promise<Recorded> {
  return record(options, 'pb:record-release', {});
}

/**
 * Options of {@link recordUndeployment}.
 * @interface
 */
export type RecordUndeploymentOptions = Omit<RecordDeploymentOptions, 'version'>;

/**
 * Records that a pacticipant no longer runs in an environment (or not as that instance).
 * Source: docs/official-broker/environments.md#deployments.
 * @example
 * ```ts
 * import { recordUndeployment } from '@pact-workshop/pact-tooling';
 *
 * await recordUndeployment({ pacticipant: 'UserService', environment: 'test', applicationInstance: 'blue' });
 * ```
 * @throws {@link NotRecordedError} if it is not deployed there, or the instance is ambiguous
 * @throws {@link EmptyValueError}, {@link UnknownEnvironmentError}
 * @throws {@link BrokerUnreachableError}, {@link BrokerUnauthorizedError}, {@link BrokerResponseError}
 */
export async function recordUndeployment(options: RecordUndeploymentOptions): Promise<void> {
  const { pacticipant, environment, applicationInstance } = options;
  refuseEmpty({ pacticipant, environment, applicationInstance });
  const client = new BrokerClient(options.broker);
  const deployed = await current(
    client,
    options,
    'pb:currently-deployed-deployed-versions',
    'deployedVersions',
    {},
  );
  if (deployed.length === 0) {
    throw new NotRecordedError(
      `${pacticipant} is not currently deployed to ${environment} environment. Cannot record undeployment.`,
    );
  }
  const matching = deployed.filter(
    (one) => (one['applicationInstance'] ?? undefined) === applicationInstance,
  );
  if (matching.length === 0) {
    const instances = deployed
      .map((one) => (one['applicationInstance'] as string | undefined) ?? '(none)')
      .join(', ');
    throw new NotRecordedError(
      applicationInstance === undefined
        ? `Please specify one of the following application instances to record the undeployment from: ${instances}`
        : `${pacticipant} is not currently deployed to application instance '${applicationInstance}' in ${environment} environment. ` +
            `Please omit the application instance or specify one of: ${instances}`,
    );
  }
  for (const one of matching) await end(client, one, 'currentlyDeployed');
}

/**
 * Records that a released version is no longer supported in an environment.
 * Source: docs/official-broker/environments.md#releases.
 * @example
 * ```ts
 * import { recordSupportEnded } from '@pact-workshop/pact-tooling';
 *
 * await recordSupportEnded({ pacticipant: 'MobileApp', version: '2.9.0', environment: 'production' });
 * ```
 * @throws {@link NotRecordedError} if it is not released there
 * @throws {@link EmptyValueError}, {@link UnknownEnvironmentError}
 * @throws {@link BrokerUnreachableError}, {@link BrokerUnauthorizedError}, {@link BrokerResponseError}
 */
export async function recordSupportEnded(options: RecordOptions): Promise<void> {
  const { pacticipant, version, environment } = options;
  refuseEmpty({ pacticipant, version, environment });
  const client = new BrokerClient(options.broker);
  const released = await current(
    client,
    options,
    'pb:currently-supported-released-versions',
    'releasedVersions',
    { version },
  );
  if (released.length === 0) {
    throw new NotRecordedError(
      `${pacticipant} version ${version} is not currently released in ${environment} environment. Cannot record support ended.`,
    );
  }
  for (const one of released) await end(client, one, 'currentlySupported');
}

async function record(options: RecordOptions, rel: string, body: object): Promise<Recorded> {
  const { pacticipant, version, environment } = options;
  refuseEmpty({ pacticipant, version, environment });
  const client = new BrokerClient(options.broker);
  const resource = await requireVersion(client, pacticipant, version);
  const links = findLinks(resource, rel);
  const link = links.find(({ name }) => name === environment);
  if (!link)
    throw new UnknownEnvironmentError(
      environment,
      links.flatMap(({ name }) => name ?? []),
    );
  const recorded = await client.post(link.href, body);
  const { uuid } = recorded;
  if (typeof uuid !== 'string')
    throw new NotAPactBrokerError(link.href, 'its answer is not what it recorded');
  return { uuid, url: requireLink(recorded, 'self', link.href) };
}

/**
 * Ends a deployment or the support of a release.
 * @throws NotAPactBrokerError if the answer does not confirm it
 */
async function end(
  client: BrokerClient,
  recorded: HalResource,
  field: 'currentlyDeployed' | 'currentlySupported',
): Promise<void> {
  const url = requireLink(recorded, 'self', client.baseUrl);
  const { [field]: now } = await client.patch(url, { [field]: false });
  if (now !== false)
    throw new NotAPactBrokerError(url, `its answer does not say that "${field}" is false now`);
}

async function current(
  client: BrokerClient,
  { pacticipant, environment }: { readonly pacticipant: string; readonly environment: string },
  rel: string,
  name: string,
  filter: Readonly<Record<string, string>>,
): Promise<readonly HalResource[]> {
  const url = new URL(requireLink(await environmentResource(client, environment), rel, client.baseUrl));
  for (const [key, value] of Object.entries({ pacticipant, ...filter })) url.searchParams.set(key, value);
  return requireEmbedded(await client.get(url.href), name, url.href);
}
