import type { Database } from '../database/index.ts';
import type { MatrixPact, MatrixResult } from './rows.ts';
import { sqlTexts } from './sql-texts.ts';

export interface PactRow extends Omit<MatrixPact, 'consumerVersion' | 'current'> {
  readonly consumerVersionId: number;
  readonly consumerVersionNumber: string;
  readonly latest: number;
}

export interface ResultRow extends Omit<MatrixResult, 'providerVersion' | 'success'> {
  readonly providerVersionId: number;
  readonly providerVersionNumber: string;
  readonly success: number;
}

/** @param index that the plan has to begin with */
export const selectPacts = (
  index?: string,
) => `SELECT pp.id AS publicationId, pp.consumer_id AS consumerId, c.name AS consumerName,
  pp.consumer_version_id AS consumerVersionId, cv.number AS consumerVersionNumber, pp.provider_id AS providerId, p.name AS providerName,
  pp.pact_version_id AS pactVersionId, pv.sha, pp.revision, pp.latest, pp.created_at AS publishedAt
  FROM pact_publications pp ${index === undefined ? '' : `INDEXED BY ${index} CROSS`}
  JOIN pacticipants c ON c.id = pp.consumer_id
  JOIN pacticipants p ON p.id = pp.provider_id
  JOIN versions cv ON cv.id = pp.consumer_version_id
  JOIN pact_versions pv ON pv.id = pp.pact_version_id`;

const columnsOfResults = `SELECT r.number, r.pact_version_id AS pactVersionId, r.provider_version_id AS providerVersionId,
  v.number AS providerVersionNumber, r.success, r.created_at AS verifiedAt`;
export const selectResults = `${columnsOfResults} FROM verifications r JOIN versions v ON v.id = r.provider_version_id`;

const ids = '(SELECT value FROM json_each(?))';

/** `current`: only the last revision of a pact, the last result of a provider version. */
export interface History {
  readonly current: boolean;
}

/** Versions that are picked one by one, and pacticipants of which any version is meant. */
export interface Chosen {
  readonly versionIds: readonly number[];
  readonly pacticipantIds: readonly number[];
}

const ofConsumers = sqlTexts(
  (byVersion: boolean, byPacticipant: boolean, isLimited: boolean, current: boolean) => {
    const provider = isLimited ? `AND pp.provider_id IN ${ids}` : '';
    const latest = current ? 'AND pp.latest = 1' : '';
    return union(
      byVersion && `${selectPacts()} WHERE pp.consumer_version_id IN ${ids} ${provider} ${latest}`,
      byPacticipant && `${selectPacts()} WHERE pp.consumer_id IN ${ids} ${provider} ${latest}`,
    );
  },
);

/** Pacts of the chosen consumers' versions; with `providerIds`, only those with these providers. */
export function pactsOfConsumers(
  database: Database,
  { versionIds, pacticipantIds }: Chosen,
  providerIds: readonly number[] | undefined,
  { current }: History,
): MatrixPact[] {
  const asked = [versionIds, pacticipantIds].filter(({ length }) => length > 0);
  // A query without ids is not even asked.
  if (asked.length === 0) return [];
  const sql = ofConsumers(
    versionIds.length > 0,
    pacticipantIds.length > 0,
    providerIds !== undefined,
    current,
  );
  const providers = providerIds ? [JSON.stringify(providerIds)] : [];
  return toPacts(
    database.all<PactRow>(sql, ...asked.flatMap((list) => [JSON.stringify(list), ...providers])),
  );
}

const ofContents = sqlTexts(
  (current: boolean) =>
    `${selectPacts()} WHERE pp.pact_version_id IN ${ids} ${current ? 'AND pp.latest = 1' : ''}`,
);

/** Pacts with these contents. */
export function pactsOfContents(
  database: Database,
  pactVersionIds: readonly number[],
  { current }: History,
): MatrixPact[] {
  return toPacts(database.all<PactRow>(ofContents(current), JSON.stringify(pactVersionIds)));
}

const resultsFor = sqlTexts((isLimited: boolean, current: boolean) => {
  const latest = current ? 'AND r.latest = 1' : '';
  const ofProviders = isLimited ? `AND (r.provider_version_id IN ${ids} OR v.pacticipant_id IN ${ids})` : '';
  return `${selectResults} WHERE r.pact_version_id IN ${ids} ${latest} ${ofProviders}`;
});

/** Results for these contents; with `providers`, only those of the versions and pacticipants named. */
export function resultsOfContents(
  database: Database,
  pactVersionIds: readonly number[],
  providers: Chosen | undefined,
  { current }: History,
): MatrixResult[] {
  return toResults(
    database.all<ResultRow>(
      resultsFor(providers !== undefined, current),
      JSON.stringify(pactVersionIds),
      ...(providers ? [JSON.stringify(providers.versionIds), JSON.stringify(providers.pacticipantIds)] : []),
    ),
  );
}

const ofPairs = `${columnsOfResults} FROM json_each(?) pair
  CROSS JOIN verifications r INDEXED BY latest_verifications
    ON r.pact_version_id = pair.value ->> 0 AND r.provider_version_id = pair.value ->> 1 AND r.latest = 1
  CROSS JOIN versions v ON v.id = r.provider_version_id`;

/** The last result of each pair of a content and a provider version that has one. */
export function resultsOfPairs(
  database: Database,
  pairs: readonly (readonly [pactVersionId: number, providerVersionId: number])[],
): MatrixResult[] {
  return toResults(database.all<ResultRow>(ofPairs, JSON.stringify(pairs)));
}

const resultsBy = sqlTexts((byVersion: boolean, byPacticipant: boolean, current: boolean) => {
  const latest = current ? 'AND r.latest = 1' : '';
  return union(
    byVersion && `${selectResults} WHERE r.provider_version_id IN ${ids} ${latest}`,
    byPacticipant && `${selectResults} WHERE v.pacticipant_id IN ${ids} ${latest}`,
  );
});

/** All results of the chosen providers' versions. */
export function resultsOfProviders(
  database: Database,
  { versionIds, pacticipantIds }: Chosen,
  { current }: History,
): MatrixResult[] {
  const asked = [versionIds, pacticipantIds].filter(({ length }) => length > 0);
  if (asked.length === 0) return [];
  const sql = resultsBy(versionIds.length > 0, pacticipantIds.length > 0, current);
  return toResults(database.all<ResultRow>(sql, ...asked.map((list) => JSON.stringify(list))));
}

/** Pacticipants that have ever had a contract with a provider. */
export function consumersOf(
  database: Database,
  providerId: number,
): { readonly consumerName: string; readonly providerName: string }[] {
  return database.all(
    `SELECT c.name AS consumerName, p.name AS providerName FROM integrations i
     JOIN pacticipants c ON c.id = i.consumer_id JOIN pacticipants p ON p.id = i.provider_id WHERE i.provider_id = ?`,
    providerId,
  );
}

/** The rows of all queries, each once. */
function union(...queries: readonly (string | false)[]): string {
  return queries.filter((sql) => sql !== false).join(' UNION ');
}

// Spelled out: a query may have thousands of rows, and copying "the rest" of each takes longer than finding them.
export function toPacts(rows: readonly PactRow[]): MatrixPact[] {
  return rows.map((row) => ({
    publicationId: row.publicationId,
    consumerId: row.consumerId,
    consumerName: row.consumerName,
    consumerVersion: { id: row.consumerVersionId, number: row.consumerVersionNumber },
    providerId: row.providerId,
    providerName: row.providerName,
    pactVersionId: row.pactVersionId,
    sha: row.sha,
    revision: row.revision,
    current: row.latest === 1,
    publishedAt: row.publishedAt,
  }));
}

export function toResults(rows: readonly ResultRow[]): MatrixResult[] {
  return rows.map((row) => ({
    number: row.number,
    pactVersionId: row.pactVersionId,
    providerVersion: { id: row.providerVersionId, number: row.providerVersionNumber },
    success: row.success === 1,
    verifiedAt: row.verifiedAt,
  }));
}
