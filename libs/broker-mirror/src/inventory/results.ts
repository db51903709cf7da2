import { NotAPactBrokerError } from '@pact-workshop/broker-client';
import { mapConcurrently, type LaneOptions } from '../lanes.ts';
import type { Side } from '../side.ts';
import type { MirroredPacticipant, VerificationResult, VerifiedContent } from './types.ts';

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

type Name = Omit<VerifiedContent, 'results'>;

/** Every content that has results, with all of them. No list of results exists: the matrix is where they are shown. */
export async function readVerifiedContents(
  side: Side,
  pacticipants: readonly MirroredPacticipant[],
  options: LaneOptions,
): Promise<VerifiedContent[]> {
  const names = await mapConcurrently(integrationsOf(pacticipants), options, ({ consumer, provider }) =>
    contentsOf(side, consumer, provider),
  );
  return readResults(side, names.flat(), options);
}

/** The results of contents by the name that they have elsewhere; none where this broker has no such pact. */
export async function readResults(
  side: Side,
  names: readonly Name[],
  options: LaneOptions,
): Promise<VerifiedContent[]> {
  return mapConcurrently(names, options, async ({ consumer, provider, consumerVersion }) => ({
    consumer,
    provider,
    consumerVersion,
    results: await resultsOf(side, { consumer, provider, consumerVersion }),
  }));
}

/** The results of one content, oldest first. */
export async function resultsOf(side: Side, name: Name): Promise<VerificationResult[]> {
  const { consumer, provider, consumerVersion } = name;
  const rows = await matrixRows(side, [
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

/** One row for each publication says which content it has, if that was ever verified; the oldest stands for all. */
async function contentsOf(side: Side, consumer: string, provider: string): Promise<Name[]> {
  const selectors: [string, string][] = [
    ['pacticipant', consumer],
    ['pacticipant', provider],
  ];
  const rows = await matrixRows(side, selectors, '&latestby=cvp');
  const oldest = new Map<string, string>();
  for (const { verificationResult, consumer: row } of rows) {
    if (verificationResult) oldest.set(partOf(verificationResult, 'pact-version'), row.version.number);
  }
  return [...oldest.values()].map((consumerVersion) => ({ consumer, provider, consumerVersion }));
}

/** @param selectors fields of the query; each `pacticipant` begins a selector */
async function matrixRows(
  { client }: Side,
  selectors: readonly (readonly [string, string])[],
  more = '',
): Promise<readonly Row[]> {
  const query = selectors.map(([field, value]) => `q[][${field}]=${encodeURIComponent(value)}`).join('&');
  const url = `${client.baseUrl}/matrix`;
  const { matrix } = await client.get(`${url}?${query}${more}&limit=${limit}`);
  if (!Array.isArray(matrix)) throw new NotAPactBrokerError(url, 'its answer has no rows');
  return matrix as Row[];
}

function toResult({ provider, verificationResult }: Row): VerificationResult[] {
  if (!verificationResult || !provider.version) return [];
  const { success, verifiedAt, _links } = verificationResult;
  const number = Number(partOf(verificationResult, 'verification-results'));
  return [{ number, providerVersion: provider.version.number, success, verifiedAt, url: _links.self.href }];
}

/** What follows a name in the path of a result's URL: the sha of the content, the number of the result. */
function partOf({ _links }: NonNullable<Row['verificationResult']>, name: string): string {
  const { href } = _links.self;
  const part = new RegExp(`/${name}/([^/]+)`).exec(href)?.[1];
  if (part === undefined) throw new NotAPactBrokerError(href, `the URL of a result has no "${name}"`);
  return part;
}
