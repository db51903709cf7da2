import type { Database } from '../database/index.ts';
import type { MatrixIntegration } from './verdict.ts';
import type { MatrixPact, MatrixResult } from './rows.ts';

interface PactRow extends Omit<MatrixPact, 'consumerVersion'> {
  readonly consumerVersionId: number;
  readonly consumerVersionNumber: string;
}

interface ResultRow extends Omit<MatrixResult, 'providerVersion' | 'success'> {
  readonly providerVersionId: number;
  readonly providerVersionNumber: string;
  readonly success: number;
}

const selectPacts = `SELECT pp.id AS publicationId, pp.consumer_id AS consumerId, c.name AS consumerName,
  pp.consumer_version_id AS consumerVersionId, cv.number AS consumerVersionNumber, pp.provider_id AS providerId, p.name AS providerName,
  pp.pact_version_id AS pactVersionId, pv.sha, pp.revision, pp.created_at AS publishedAt
  FROM pact_publications pp
  JOIN pacticipants c ON c.id = pp.consumer_id
  JOIN pacticipants p ON p.id = pp.provider_id
  JOIN versions cv ON cv.id = pp.consumer_version_id
  JOIN pact_versions pv ON pv.id = pp.pact_version_id`;

const selectResults = `SELECT r.number, r.pact_version_id AS pactVersionId, r.provider_version_id AS providerVersionId,
  v.number AS providerVersionNumber, r.success, r.created_at AS verifiedAt
  FROM verifications r JOIN versions v ON v.id = r.provider_version_id`;

const ids = '(SELECT value FROM json_each(?))';

/** `current`: only the last revision of a pact, the last result of a provider version. */
export interface History {
  readonly current: boolean;
}

/** Pacts of these consumer versions, and of any version of these consumers, with these providers. */
export function pactsOfConsumers(
  database: Database,
  consumers: { readonly versionIds: readonly number[]; readonly pacticipantIds: readonly number[] },
  providerIds: readonly number[] | undefined,
  { current }: History,
): MatrixPact[] {
  const provider = providerIds ? `AND pp.provider_id IN ${ids}` : '';
  const latest = current ? 'AND pp.latest = 1' : '';
  const parameters = providerIds ? [JSON.stringify(providerIds)] : [];
  return toPacts(
    database.all<PactRow>(
      `${selectPacts} WHERE pp.consumer_version_id IN ${ids} ${provider} ${latest}
       UNION ${selectPacts} WHERE pp.consumer_id IN ${ids} ${provider} ${latest}`,
      JSON.stringify(consumers.versionIds),
      ...parameters,
      JSON.stringify(consumers.pacticipantIds),
      ...parameters,
    ),
  );
}

/** Pacts with these contents. */
export function pactsOfContents(
  database: Database,
  pactVersionIds: readonly number[],
  { current }: History,
): MatrixPact[] {
  return toPacts(
    database.all<PactRow>(
      `${selectPacts} WHERE pp.pact_version_id IN ${ids} ${current ? 'AND pp.latest = 1' : ''}`,
      JSON.stringify(pactVersionIds),
    ),
  );
}

/** Results for these contents; with `providers`, only those of the versions and pacticipants named. */
export function resultsOfContents(
  database: Database,
  pactVersionIds: readonly number[],
  providers:
    { readonly versionIds: readonly number[]; readonly pacticipantIds: readonly number[] } | undefined,
  { current }: History,
): MatrixResult[] {
  const latest = current ? 'AND r.latest = 1' : '';
  const ofProviders = providers ? `AND (r.provider_version_id IN ${ids} OR v.pacticipant_id IN ${ids})` : '';
  return toResults(
    database.all<ResultRow>(
      `${selectResults} WHERE r.pact_version_id IN ${ids} ${latest} ${ofProviders}`,
      JSON.stringify(pactVersionIds),
      ...(providers ? [JSON.stringify(providers.versionIds), JSON.stringify(providers.pacticipantIds)] : []),
    ),
  );
}

/** All results of these provider versions, and of any version of these providers. */
export function resultsOfProviders(
  database: Database,
  providers: { readonly versionIds: readonly number[]; readonly pacticipantIds: readonly number[] },
  { current }: History,
): MatrixResult[] {
  const latest = current ? 'AND r.latest = 1' : '';
  return toResults(
    database.all<ResultRow>(
      `${selectResults} WHERE r.provider_version_id IN ${ids} ${latest}
       UNION ${selectResults} WHERE v.pacticipant_id IN ${ids} ${latest}`,
      JSON.stringify(providers.versionIds),
      JSON.stringify(providers.pacticipantIds),
    ),
  );
}

/** Pacticipants that have ever had a contract with a provider. */
export function consumersOf(database: Database, providerId: number): MatrixIntegration[] {
  return database
    .all<{ consumerName: string; providerName: string }>(
      `SELECT c.name AS consumerName, p.name AS providerName FROM integrations i
       JOIN pacticipants c ON c.id = i.consumer_id JOIN pacticipants p ON p.id = i.provider_id WHERE i.provider_id = ?`,
      providerId,
    )
    .map((names) => ({ ...names, required: false }));
}

function toPacts(rows: readonly PactRow[]): MatrixPact[] {
  return rows.map(({ consumerVersionId, consumerVersionNumber, ...rest }) => ({
    ...rest,
    consumerVersion: { id: consumerVersionId, number: consumerVersionNumber },
  }));
}

function toResults(rows: readonly ResultRow[]): MatrixResult[] {
  return rows.map(({ providerVersionId, providerVersionNumber, success, ...rest }) => ({
    ...rest,
    success: success === 1,
    providerVersion: { id: providerVersionId, number: providerVersionNumber },
  }));
}
