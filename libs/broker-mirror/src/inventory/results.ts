import { NotAPactBrokerError } from '@pact-workshop/broker-client';
import { mapConcurrently, type ConcurrencyOptions } from '../concurrency.ts';
import type { ConnectedBroker } from '../connected-broker.ts';
import type { MirroredPacticipant, MirroredResult, VerifiedContent } from './types.ts';

/** Beyond what any matrix has; the default of 100 would cut it. Source: docs/official-broker/matrix.md#query. */
const limit = 1_000_000;

interface Row {
  readonly consumer: { readonly version: { readonly number: string } };
  readonly provider: { readonly version: { readonly number: string } | null };
  readonly verificationResult: {
    readonly success: boolean;
    readonly verifiedAt: string;
    readonly _links: { readonly self: { readonly href: string } };
  } | null;
}

type ContentName = Omit<VerifiedContent, 'results'>;

/** All contents with results, and their results. There is no list of results; only the matrix shows them. */
export async function readVerifiedContents(
  broker: ConnectedBroker,
  pacticipants: readonly MirroredPacticipant[],
  options: ConcurrencyOptions,
): Promise<VerifiedContent[]> {
  const names = await mapConcurrently(integrationsOf(pacticipants), options, ({ consumer, provider }) =>
    contentsOf(broker, consumer, provider),
  );
  return readResults(broker, names.flat(), options);
}

/** The results of contents that another broker names; none if this broker lacks the pact. */
export async function readResults(
  broker: ConnectedBroker,
  names: readonly ContentName[],
  options: ConcurrencyOptions,
): Promise<VerifiedContent[]> {
  return mapConcurrently(names, options, async ({ consumer, provider, consumerVersion }) => ({
    consumer,
    provider,
    consumerVersion,
    results: await resultsOf(broker, { consumer, provider, consumerVersion }),
  }));
}

/** The results of one content, oldest first. */
export async function resultsOf(broker: ConnectedBroker, name: ContentName): Promise<MirroredResult[]> {
  const { consumer, provider, consumerVersion } = name;
  const rows = await matrixRows(broker, [
    ['pacticipant', consumer],
    ['version', consumerVersion],
    ['pacticipant', provider],
  ]);
  return rows.flatMap(toResult).sort((a, b) => a.number - b.number);
}

function integrationsOf(pacticipants: readonly MirroredPacticipant[]) {
  return pacticipants.flatMap(({ name, versions }) => {
    const providers = new Set(versions.flatMap(({ pacts }) => pacts.map(({ provider }) => provider)));
    return [...providers].map((provider) => ({ consumer: name, provider }));
  });
}

/** Each publication has a row, whose result tells its content. The oldest publication names the content. */
async function contentsOf(
  broker: ConnectedBroker,
  consumer: string,
  provider: string,
): Promise<ContentName[]> {
  const selectors: [string, string][] = [
    ['pacticipant', consumer],
    ['pacticipant', provider],
  ];
  const rows = await matrixRows(broker, selectors, '&latestby=cvp');
  const oldest = new Map<string, string>();
  for (const { verificationResult, consumer: row } of rows) {
    if (verificationResult) oldest.set(partOf(verificationResult, 'pact-version'), row.version.number);
  }
  return [...oldest.values()].map((consumerVersion) => ({ consumer, provider, consumerVersion }));
}

/** @param selectors fields of the query; a selector starts with `pacticipant` */
async function matrixRows(
  { client }: ConnectedBroker,
  selectors: readonly (readonly [string, string])[],
  more = '',
): Promise<readonly Row[]> {
  const query = selectors.map(([field, value]) => `q[][${field}]=${encodeURIComponent(value)}`).join('&');
  const url = `${client.baseUrl}/matrix`;
  const { matrix } = await client.get(`${url}?${query}${more}&limit=${limit}`);
  if (!Array.isArray(matrix)) throw new NotAPactBrokerError(url, 'its answer has no rows');
  return matrix as Row[];
}

function toResult({ provider, verificationResult }: Row): MirroredResult[] {
  if (!verificationResult || !provider.version) return [];
  const { success, verifiedAt, _links } = verificationResult;
  const number = Number(partOf(verificationResult, 'verification-results'));
  return [{ number, providerVersion: provider.version.number, success, verifiedAt, url: _links.self.href }];
}

/** The value after a name in the path of a result's URL: the SHA of the content, or the number of the result. */
function partOf({ _links }: NonNullable<Row['verificationResult']>, name: string): string {
  const { href } = _links.self;
  const part = new RegExp(`/${name}/([^/]+)`).exec(href)?.[1];
  if (part === undefined) throw new NotAPactBrokerError(href, `the URL of a result has no "${name}"`);
  return part;
}
