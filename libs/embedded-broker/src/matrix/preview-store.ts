import type { Database } from '../database/index.ts';
import type { MatrixPact, MatrixResult } from './rows.ts';
import { selectPacts, selectResults, toPacts, toResults, type PactRow, type ResultRow } from './store.ts';

const ids = '(SELECT value FROM json_each(?1))';

type NewestPacts = (
  database: Database,
  consumerId: number,
  providerIds: readonly number[],
  most: number,
) => MatrixPact[];

const newestThat = (condition: string): NewestPacts => {
  const sql = `${selectPacts('latest_publications_of_consumer')}
    WHERE pp.consumer_id = ?2 AND pp.latest = 1 AND pp.provider_id IN ${ids} ${condition}
    ORDER BY pp.consumer_version_id DESC, p.name LIMIT ?3`;
  return (database, consumerId, providerIds, most) =>
    toPacts(database.all<PactRow>(sql, JSON.stringify(providerIds), consumerId, most));
};

/** The newest pacts of a consumer with some providers, in the order of the matrix. */
export const newestPacts = newestThat('');

/** The newest pacts of a consumer with some providers that nobody verified. */
export const newestUnverified = newestThat(
  'AND NOT EXISTS (SELECT 1 FROM verifications r WHERE r.pact_version_id = pp.pact_version_id AND r.latest = 1)',
);

/** How many provider versions have a result for each of the contents. */
export function resultCounts(
  database: Database,
  pactVersionIds: readonly number[],
): ReadonlyMap<number, number> {
  const rows = database.all<{ readonly id: number; readonly count: number }>(
    `SELECT content.value AS id, (
       SELECT count(*) FROM verifications r WHERE r.pact_version_id = content.value AND r.latest = 1) AS count
     FROM json_each(?) content`,
    JSON.stringify(pactVersionIds),
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** The results of the newest provider versions for each of the contents. */
export function newestResults(
  database: Database,
  pactVersionIds: readonly number[],
  mostOfEach: number,
): MatrixResult[] {
  return toResults(
    database.all<ResultRow>(
      `${selectResults} WHERE r.number IN (
         SELECT n.value FROM json_each(?1) content, json_each((
           SELECT json_group_array(number) FROM (
             SELECT number FROM verifications
             WHERE pact_version_id = content.value AND latest = 1 ORDER BY provider_version_id DESC LIMIT ?2))) n)`,
      JSON.stringify(pactVersionIds),
      mostOfEach,
    ),
  );
}

/** The rows between a consumer and a provider, counted: one for each result of each pact, and one for each without any. */
export interface PairCounts {
  readonly providerId: number;
  readonly success: number;
  readonly failed: number;
  readonly unknown: number;
  /** The newest consumer version with a row of each kind. */
  readonly lastSuccess: number | null;
  readonly lastFailed: number | null;
  readonly lastUnknown: number | null;
}

/** The same of all pairs of some pacticipants that have a contract. */
export function countsOfPairs(database: Database, pacticipantIds: readonly number[]): PairCounts[] {
  return database.all(
    `WITH contents AS MATERIALIZED (
       SELECT pact_version_id AS id, consumer_id, provider_id, count(*) AS pacts, max(consumer_version_id) AS last
       FROM pact_publications INDEXED BY latest_publications_of_integration
       WHERE latest = 1 AND consumer_id IN ${ids} AND provider_id IN ${ids} GROUP BY pact_version_id),
     counted AS MATERIALIZED (
       SELECT c.*, count(r.number) AS results, ifnull(sum(r.success), 0) AS successes
       FROM contents c LEFT JOIN verifications r ON r.pact_version_id = c.id AND r.latest = 1 GROUP BY c.id)
     SELECT provider_id AS providerId, sum(pacts * successes) AS success, sum(pacts * (results - successes)) AS failed,
       sum(pacts * (results = 0)) AS unknown, max(iif(successes > 0, last, NULL)) AS lastSuccess,
       max(iif(results > successes, last, NULL)) AS lastFailed, max(iif(results = 0, last, NULL)) AS lastUnknown
     FROM counted GROUP BY consumer_id, provider_id`,
    JSON.stringify(pacticipantIds),
  );
}

/** The pacts of consumer versions with a provider each. */
export function pactsOfVersions(
  database: Database,
  pairs: readonly (readonly [consumerVersionId: number, providerId: number])[],
): MatrixPact[] {
  return toPacts(
    database.all<PactRow>(
      `${selectPacts()} WHERE pp.id IN (
         SELECT l.id FROM json_each(?) pair CROSS JOIN pact_publications l
           ON l.consumer_version_id = pair.value ->> 0 AND l.provider_id = pair.value ->> 1 AND l.latest = 1)`,
      JSON.stringify(pairs),
    ),
  );
}
