import {
  BrokerClient,
  BrokerResponseError,
  EmptyValueError,
  findLinks,
  NotAPactBrokerError,
  refuseEmpty,
  type Broker,
  type HalResource,
} from '@pact-workshop/broker-client';
import { buildInfo } from '../build/index.ts';
import { readPactFiles, refuseDuplicates, type PactFile } from '../pact/index.ts';
import { doubtsOf } from './doubts/index.ts';
import { PublicationConflictError } from './errors.ts';
import { mergeFiles } from './merge-files.ts';
import { noticesOf, type Notice } from './notice.ts';

/** Options of {@link publishPacts}. */
export interface PublishOptions {
  /** By default, from the environment: {@link brokerConnection}. */
  readonly broker?: Broker | undefined;
  /** Paths of pact files. */
  readonly files?: readonly string[] | undefined;
  /** Path of a directory whose `*.json` are published; `pacts` if neither files nor a directory are given. */
  readonly dir?: string | undefined;
  /** Version of the consumer; detected by default: {@link buildInfo}. */
  readonly version?: string | undefined;
  /** Its branch; likewise. */
  readonly branch?: string | undefined;
  /** Tags for the version; none by default. */
  readonly tags?: readonly string[] | undefined;
  /** URL of the CI build's page; detected by default. */
  readonly buildUrl?: string | undefined;
  /** Whether to add to the published contracts of this version, instead of refusing the change; false by default. */
  readonly merge?: boolean | undefined;
}

/** A contract that the broker has now. */
export interface PublishedPact {
  /** Name of the consumer. */
  readonly consumer: string;
  /** Name of the provider. */
  readonly provider: string;
  /** Its URL in the broker. */
  readonly url: string;
}

/** The result of {@link publishPacts}. */
export interface PublishResult {
  /** Version of the consumer under which they were published. */
  readonly version: string;
  /** Its branch; undefined without one. */
  readonly branch: string | undefined;
  /** A contract for each consumer and provider. */
  readonly pacts: readonly PublishedPact[];
  /** The broker's notices, and then doubts about the contracts. */
  readonly notices: readonly Notice[];
}

/**
 * Publishes contracts. Those of one consumer are in one request, so that the broker stores all or none of them.
 * Source: docs/official-broker/publishing.md#request.
 * @returns what was published, and the broker's notices
 * @example
 * ```ts
 * import { publishPacts } from '@pact-workshop/pact-tooling';
 *
 * const { version, pacts } = await publishPacts({ dir: 'pacts' });
 * for (const { provider, url } of pacts) console.log(`${version} needs ${provider}: ${url}`);
 * ```
 * @throws {@link EmptyValueError} if a given value is empty
 * @throws {@link PactFileError} if a file is missing or is not a pact
 * @throws {@link DuplicateInteractionError} if a pact has two interactions that can't be distinguished
 * @throws {@link PublicationConflictError} if this version has published other content before
 * @throws {@link NotAPactBrokerError} if the answer does not confirm each contract
 * @throws {@link BrokerUnreachableError}, {@link BrokerUnauthorizedError}, {@link BrokerResponseError}
 */
export async function publishPacts(options: PublishOptions = {}): Promise<PublishResult> {
  refuseEmptyOptions(options);
  const paths = [...(options.files ?? []), ...(options.dir !== undefined ? [options.dir] : [])];
  const files = readPactFiles(paths.length > 0 ? paths : ['pacts']);
  files.forEach(refuseDuplicates);
  const pacts = mergeFiles(files);
  const build = buildInfo(options);
  const client = new BrokerClient(options.broker);
  const url = await client.linkFromIndex('pb:publish-contracts');
  const published: PublishedPact[] = [];
  const notices: Notice[] = [];
  for (const [consumer, contracts] of Map.groupBy(pacts, (pact) => pact.consumer)) {
    const answer = await post(client, url, {
      pacticipantName: consumer,
      pacticipantVersionNumber: build.version,
      branch: build.branch,
      buildUrl: build.buildUrl,
      tags: options.tags ?? [],
      contracts: contracts.map((pact) => contract(pact, options.merge ?? false)),
    });
    notices.push(...noticesOf(answer));
    published.push(...publishedPacts(answer, contracts, url));
  }
  notices.push(...doubtsOf(files));
  return { version: build.version, branch: build.branch, pacts: published, notices };
}

/**
 * The contracts with their URLs in the broker's answer, which has a link for each.
 * @throws NotAPactBrokerError if it does not confirm all of them
 */
function publishedPacts(answer: HalResource, contracts: readonly PactFile[], url: string): PublishedPact[] {
  const links = findLinks(answer, 'pb:contracts');
  if (links.length !== contracts.length) {
    const what = `its answer confirms ${links.length} of ${contracts.length} contracts`;
    throw new NotAPactBrokerError(url, what);
  }
  return links.map(({ href }, i) => {
    const { consumer, provider } = contracts[i] as PactFile;
    return { consumer, provider, url: href };
  });
}

function refuseEmptyOptions({ files, dir, tags }: PublishOptions): void {
  refuseEmpty({ directory: dir, 'path of a pact file': files, tag: tags });
  if (files?.length === 0 && dir === undefined) throw new EmptyValueError('list of pact files');
}

async function post(client: BrokerClient, url: string, body: object) {
  try {
    return await client.post(url, body);
  } catch (error) {
    if (error instanceof BrokerResponseError && error.status === 409) {
      const messages = contractMessages(error.body) ?? error.messages;
      if (messages.length > 0) throw new PublicationConflictError(messages, noticesOf(error.body));
    }
    throw error;
  }
}

/** The broker's messages about the contracts. */
function contractMessages(body: unknown): readonly string[] | undefined {
  return (body as { errors?: { contracts?: readonly string[] } } | null)?.errors?.contracts;
}

function contract({ consumer, provider, bytes }: PactFile, merge: boolean): object {
  return {
    consumerName: consumer,
    providerName: provider,
    specification: 'pact',
    contentType: 'application/json',
    content: bytes.toString('base64'),
    onConflict: merge ? 'merge' : undefined,
  };
}
