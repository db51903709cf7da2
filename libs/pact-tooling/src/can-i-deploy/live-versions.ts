import {
  askMatrix,
  BrokerResponseError,
  type BrokerClient,
  type MatrixAnswer,
  type MatrixRow,
  type Selector,
} from '@pact-workshop/broker-client';
import { environmentNamed, liveVersions } from '../environments/index.ts';
import { withMissing, type Missing } from './missing-results.ts';

/** The name of the embedded broker in its answers. Its own verdict considers every live version. */
const ownServer = 'pact-embedded-broker';

/** A question whose answer was yes. */
export interface Question {
  readonly selectors: readonly Selector[];
  readonly ignore: readonly Selector[];
  readonly environment: string;
}

/** Two pacticipants of the matrix: one with a version to deploy, and one with live versions. */
interface Integration {
  readonly consumer: string;
  readonly provider: string;
  readonly role: 'consumer' | 'provider';
  readonly version: string;
}

/**
 * Checks a broker's yes: is there a result for every live version of the environment? The official broker says yes if
 * one of several live versions has a successful result and the others have none (seen on 2.122.0). The check asks for
 * the live versions, and for the results of those without a row in the answer, as the broker may omit rows.
 * @returns the answer, or an unknown one with the missing rows and reasons
 */
export async function withLiveVersions(
  client: BrokerClient,
  answer: MatrixAnswer,
  { selectors, ignore, environment }: Question,
): Promise<MatrixAnswer> {
  if (answer.deployable !== true || client.server === ownServer) return answer;
  const integrations = integrationsOf(answer.rows, selectors).filter(
    ({ consumer, provider, role, version }) =>
      !isIgnored(ignore, role === 'consumer' ? consumer : provider, version),
  );
  if (integrations.length === 0) return answer;
  const live = await liveVersions(client, await environmentNamed(client, environment));
  const missing: Missing[] = [];
  for (const integration of integrations) {
    const { consumer, provider, role } = integration;
    const other = role === 'consumer' ? provider : consumer;
    const versions = live.get(other) ?? [];
    const unseen = versions.filter(
      (one) => !hasRow(answer.rows, integration, one) && !isIgnored(ignore, other, one),
    );
    for (const version of unseen) {
      const row = await missingRow(client, integration, version);
      if (row) missing.push({ row, role, environment, isOneOfMany: versions.length > 1 });
    }
  }
  return withMissing(answer, missing);
}

/**
 * The integrations of the rows, except for those between two named versions. An ignored row counts, as other live
 * versions of its pacticipant need not be ignored.
 */
function integrationsOf(rows: readonly MatrixRow[], selectors: readonly Selector[]): Integration[] {
  const named = new Set(selectors.map(({ pacticipant }) => pacticipant));
  const found = rows.flatMap(({ consumer, provider }): Integration[] => {
    const names = { consumer: consumer.name, provider: provider.name };
    if (named.has(consumer.name) === named.has(provider.name)) return [];
    if (named.has(consumer.name)) return [{ ...names, role: 'consumer', version: consumer.version }];
    return provider.version === undefined ? [] : [{ ...names, role: 'provider', version: provider.version }];
  });
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** Whether a version is ignored: by the name of its pacticipant, or by name and version. */
function isIgnored(ignore: readonly Selector[], pacticipant: string, version: string): boolean {
  return ignore.some(
    ({ pacticipant: name, version: wanted, latest, tag, branch, mainBranch }) =>
      name === pacticipant && (wanted ?? version) === version && !latest && !mainBranch && !(tag ?? branch),
  );
}

/** Whether a live version has a result in the answer. */
function hasRow(rows: readonly MatrixRow[], integration: Integration, live: string): boolean {
  const versions = versionsOf(integration, live);
  return rows.some(
    ({ consumer, provider, success }) =>
      success !== null &&
      consumer.name === integration.consumer &&
      consumer.version === versions.consumer &&
      provider.name === integration.provider &&
      provider.version === versions.provider,
  );
}

function versionsOf({ role, version }: Integration, live: string): { consumer: string; provider: string } {
  return role === 'consumer' ? { consumer: version, provider: live } : { consumer: live, provider: version };
}

/**
 * The row of a live version that is missing in the answer, without a result or with a failure. It is undefined if there
 * is a successful result, or if the live consumer has no contract with the provider.
 */
async function missingRow(
  client: BrokerClient,
  integration: Integration,
  live: string,
): Promise<MatrixRow | undefined> {
  const { consumer, provider, role } = integration;
  const versions = versionsOf(integration, live);
  const pair: Selector[] = [
    { pacticipant: consumer, version: versions.consumer },
    { pacticipant: provider, version: versions.provider },
  ];
  const rows = await rowsOf(client, pair);
  const own = rows.filter((row) => row.consumer.name === consumer && row.provider.name === provider);
  const failed = own.find(({ success }) => success === false);
  if (failed) return failed;
  if (own.some(({ success }) => success)) return undefined;
  if (role === 'provider' && own.length === 0) return undefined;
  return {
    consumer: { name: consumer, version: versions.consumer },
    provider: { name: provider, version: versions.provider },
    success: null,
    resultUrl: undefined,
    ignored: false,
  };
}

/** The rows of two versions; none if the broker does not have one of them, as nothing was ever published for it. */
async function rowsOf(client: BrokerClient, pair: readonly Selector[]): Promise<readonly MatrixRow[]> {
  try {
    return (await askMatrix(client, pair, { latestby: 'cvpv' })).rows;
  } catch (error) {
    if (error instanceof BrokerResponseError && error.status === 400) return [];
    throw error;
  }
}
