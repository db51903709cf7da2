import {
  BrokerClient,
  embedded,
  findLinks,
  NotAPactBrokerError,
  PactToolingError,
  refuseEmpty,
  requireLink,
  type Broker,
  type HalResource,
} from '@pact-workshop/broker-client';

/** The broker has no such version of the pacticipant. Publish its pact or result first, and check the names. */
export class UnknownVersionError extends PactToolingError {
  constructor(pacticipant: string, version: string) {
    super(
      `The Pact Broker has no version ${version} of ${pacticipant}. A version is created when its pact ` +
        'or its verification result is published: do that first, and check the names.',
    );
  }
}

/** A version as the broker has it. */
export interface VersionDescription {
  /** Name of the pacticipant. */
  readonly pacticipant: string;
  /** The version itself, as it was published. */
  readonly number: string;
  /** Names of the branches that it was added to. */
  readonly branches: readonly string[];
  /** Names of its tags. */
  readonly tags: readonly string[];
  /** Display names of the environments it is deployed or released to. */
  readonly environments: readonly string[];
}

/** Options of {@link describeVersion}. */
export interface DescribeVersionOptions {
  /** By default, from the environment: {@link brokerConnection}. */
  readonly broker?: Broker | undefined;
  /** Name of the pacticipant. */
  readonly pacticipant: string;
  /** The latest by default. */
  readonly version?: string | undefined;
  /** The latest with this tag, if no version is given. */
  readonly tag?: string | undefined;
}

/**
 * A version as the broker has it: its branches, its tags, and where it is live.
 * Source: docs/official-broker/pacticipants-and-versions.md#a-version.
 * @example
 * ```ts
 * import { describeVersion } from '@pact-workshop/pact-tooling';
 *
 * const { number, environments } = await describeVersion({ pacticipant: 'UserService' });
 * console.log(`The latest version is ${number}, live in: ${environments.join(', ')}`);
 * ```
 * @throws {@link EmptyValueError} if a given value is empty
 * @throws {@link UnknownVersionError} if the broker does not have it
 * @throws {@link BrokerUnreachableError}, {@link BrokerUnauthorizedError}, {@link BrokerResponseError}
 */
export async function describeVersion(options: DescribeVersionOptions): Promise<VersionDescription> {
  const { pacticipant, version, tag } = options;
  refuseEmpty({ pacticipant, version, tag });
  const client = new BrokerClient(options.broker);
  const rel =
    version !== undefined
      ? 'pb:pacticipant-version'
      : tag !== undefined
        ? 'pb:latest-tagged-version'
        : 'pb:latest-version';
  const url = await client.linkFromIndex(rel, {
    pacticipant,
    version: version ?? '',
    tag: tag ?? '',
  });
  const resource = await client.find(url);
  if (!resource)
    throw new UnknownVersionError(
      pacticipant,
      version ?? (tag === undefined ? '(latest)' : `(latest with tag ${tag})`),
    );
  const names = (list: readonly HalResource[]) => list.map(({ name }) => String(name));
  const environments = ['pb:deployed-environments', 'pb:released-environments'].flatMap((link) =>
    findLinks(resource, link)
      .filter((record) => record.currently_deployed !== false && record.currently_supported !== false)
      .flatMap(({ name }) => name ?? []),
  );
  const { number } = resource;
  if (typeof number !== 'string') throw new NotAPactBrokerError(url, 'its answer is not a version');
  return {
    pacticipant,
    number,
    branches: names(embedded(resource, 'branchVersions')),
    tags: names(embedded(resource, 'tags')),
    environments: [...new Set(environments)],
  };
}

/** Options of {@link createVersionTag}. */
export interface CreateVersionTagOptions {
  /** By default, from the environment: {@link brokerConnection}. */
  readonly broker?: Broker | undefined;
  /** Name of the pacticipant. */
  readonly pacticipant: string;
  /** The version to tag. */
  readonly version: string;
  /** Names of the tags. */
  readonly tags: readonly string[];
  /** Creates the version if it does not exist; false by default. */
  readonly autoCreateVersion?: boolean | undefined;
}

/**
 * Puts tags on a version.
 * Source: docs/official-broker/pacticipants-and-versions.md#tags.
 * @example
 * ```ts
 * import { createVersionTag } from '@pact-workshop/pact-tooling';
 *
 * await createVersionTag({ pacticipant: 'UserService', version: '2.0.0', tags: ['candidate'] });
 * ```
 * @throws {@link EmptyValueError} if a given value is empty
 * @throws {@link UnknownVersionError} unless the version may be created
 * @throws {@link BrokerUnreachableError}, {@link BrokerUnauthorizedError}, {@link BrokerResponseError}
 */
export async function createVersionTag(options: CreateVersionTagOptions): Promise<void> {
  const { pacticipant, version, tags, autoCreateVersion = false } = options;
  refuseEmpty({ pacticipant, version, tag: tags });
  const client = new BrokerClient(options.broker);
  if (!autoCreateVersion) await requireVersion(client, pacticipant, version);
  for (const tag of tags) {
    const url = await client.linkFromIndex('pb:pacticipant-version-tag', { pacticipant, version, tag });
    requireLink(await client.put(url, {}), 'self', url);
  }
}

/** @throws UnknownVersionError if the broker has no such version */
export async function requireVersion(
  client: BrokerClient,
  pacticipant: string,
  version: string,
): Promise<HalResource> {
  const resource = await client.find(
    await client.linkFromIndex('pb:pacticipant-version', { pacticipant, version }),
  );
  if (!resource) throw new UnknownVersionError(pacticipant, version);
  return resource;
}
