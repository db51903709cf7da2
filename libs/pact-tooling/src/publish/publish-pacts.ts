import {
  BrokerClient,
  BrokerResponseError,
  EmptyValueError,
  findLinks,
  refuseEmpty,
  type Broker,
} from '@pact-workshop/broker-client';
import { buildInfo } from '../build/index.ts';
import { readPactFiles, refuseDuplicates, type PactFile } from '../pact/index.ts';
import { doubtsOf } from './doubts/index.ts';
import { PublicationConflictError } from './errors.ts';
import { mergeFiles } from './merge-files.ts';
import { noticesOf, type Notice } from './notice.ts';

export interface PublishOptions {
  /** By default, from the environment; see `brokerConnection`. */
  readonly broker?: Broker | undefined;
  /** Pact files. */
  readonly files?: readonly string[] | undefined;
  /** Directory whose `*.json` are published; `pacts` if neither files nor a directory are given. */
  readonly dir?: string | undefined;
  /** Version of the consumer; detected by default, see `buildInfo`. */
  readonly version?: string | undefined;
  /** Its branch; likewise. */
  readonly branch?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly buildUrl?: string | undefined;
  /** Adds to the published contracts of this version, instead of refusing the change. */
  readonly merge?: boolean | undefined;
}

export interface PublishedPact {
  readonly consumer: string;
  readonly provider: string;
  /** Its URL in the broker. */
  readonly url: string;
}

export interface PublishResult {
  readonly version: string;
  readonly branch: string | undefined;
  readonly pacts: readonly PublishedPact[];
  /** The broker's notices, and then doubts about the contracts. */
  readonly notices: readonly Notice[];
}

/**
 * Publishes contracts. Those of one consumer are in one request, so that the broker stores all or none of them.
 * @throws EmptyValueError if a given value is empty
 * @throws PactFileError if a file is missing or is not a pact
 * @throws DuplicateInteractionError if a pact has two interactions that can't be distinguished
 * @throws PublicationConflictError if this version has published other content before
 * @throws BrokerUnreachableError, BrokerUnauthorizedError, BrokerResponseError
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
    const links = findLinks(answer, 'pb:contracts');
    published.push(
      ...contracts.map(({ provider }, i) => ({ consumer, provider, url: links[i]?.href ?? '' })),
    );
  }
  notices.push(...doubtsOf(files));
  return { version: build.version, branch: build.branch, pacts: published, notices };
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
