import {
  BrokerClient,
  embedded,
  findLinks,
  PactToolingError,
  refuseEmpty,
  type Broker,
  type HalResource,
} from '@pact-workshop/broker-client';

/** The broker has no such version of the pacticipant. */
export class UnknownVersionError extends PactToolingError {
  constructor(pacticipant: string, version: string) {
    super(
      `The Pact Broker has no version ${version} of ${pacticipant}. A version is created when its pact ` +
        'or its verification result is published: do that first, and check the names.',
    );
  }
}

export interface VersionDescription {
  readonly pacticipant: string;
  readonly number: string;
  readonly branches: readonly string[];
  readonly tags: readonly string[];
  /** Display names of the environments it is deployed or released to. */
  readonly environments: readonly string[];
}

export interface DescribeVersionOptions {
  readonly broker?: Broker | undefined;
  readonly pacticipant: string;
  /** The latest by default. */
  readonly version?: string | undefined;
  /** The latest with this tag, if no version is given. */
  readonly tag?: string | undefined;
}

/**
 * A version as the broker has it.
 * @throws EmptyValueError, UnknownVersionError, and errors of the broker
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
  const resource = await client.find(
    await client.linkFromIndex(rel, { pacticipant, version: version ?? '', tag: tag ?? '' }),
  );
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
  return {
    pacticipant,
    number: String(resource['number']),
    branches: names(embedded(resource, 'branchVersions')),
    tags: names(embedded(resource, 'tags')),
    environments: [...new Set(environments)],
  };
}

export interface CreateVersionTagOptions {
  readonly broker?: Broker | undefined;
  readonly pacticipant: string;
  readonly version: string;
  readonly tags: readonly string[];
  /** Creates the version if it does not exist; false by default. */
  readonly autoCreateVersion?: boolean | undefined;
}

/**
 * Puts tags on a version.
 * @throws EmptyValueError
 * @throws UnknownVersionError unless the version may be created
 */
export async function createVersionTag(options: CreateVersionTagOptions): Promise<void> {
  const { pacticipant, version, tags, autoCreateVersion = false } = options;
  refuseEmpty({ pacticipant, version, tag: tags });
  const client = new BrokerClient(options.broker);
  if (!autoCreateVersion) await requireVersion(client, pacticipant, version);
  for (const tag of tags) {
    await client.put(
      await client.linkFromIndex('pb:pacticipant-version-tag', { pacticipant, version, tag }),
      {},
    );
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
