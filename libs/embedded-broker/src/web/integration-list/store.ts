import type { Database } from '../../database/index.ts';
import { limitOf, type Page } from '../../http/index.ts';
import { latestOfIntegration } from '../../pacts/index.ts';
import type { StatusResult } from '../../verifications/index.ts';

export const sortKeys = ['consumer', 'provider', 'published', 'verified'] as const;
export type SortKey = (typeof sortKeys)[number];

/** Which integrations are meant; all that is given has to fit. */
export interface IntegrationFilter {
  /** Part of the name of a side, in any case. */
  readonly search?: string | undefined;
  /** A label that a side has, e.g. of a team. */
  readonly label?: string | undefined;
  /** An environment in which a live version of the consumer has a pact with the provider. */
  readonly environment?: string | undefined;
  /** The id of a side. */
  readonly of?: number | undefined;
  /** Ids of which both sides have one. */
  readonly among?: readonly number[] | undefined;
}

export interface IntegrationOrder {
  readonly sort: SortKey;
  readonly descending: boolean;
}

/** A consumer and a provider with a contract between them. */
export interface Integration {
  readonly consumerId: number;
  readonly consumer: string;
  readonly providerId: number;
  readonly provider: string;
  /** The latest pact; undefined when all were deleted. */
  readonly pact: IntegrationPact | undefined;
  /** The last result for the newest of their pacts that has one. */
  readonly result: IntegrationResult | undefined;
}

export interface IntegrationPact {
  readonly pactVersionId: number;
  readonly version: string;
  readonly branch: string | null;
  readonly publishedAt: string;
}

export interface IntegrationResult extends StatusResult {
  readonly providerVersion: string;
  readonly verifiedAt: string;
}

interface Row {
  readonly consumerId: number;
  readonly consumer: string;
  readonly providerId: number;
  readonly provider: string;
  readonly version: string | null;
  readonly branch: string | null;
  readonly publishedAt: string | null;
  readonly pactVersionId: number | null;
  readonly resultOf: number | null;
  readonly success: number | null;
  readonly pactPending: number | null;
  readonly providerVersion: string | null;
  readonly verifiedAt: string | null;
}

/** Of the pacts of an integration `i`, from the newest, the first that has a result: the number of its last one. */
const lastResult = `SELECT (SELECT max(number) FROM verifications WHERE pact_version_id = q.pact_version_id) AS number
  FROM pact_publications q WHERE q.provider_id = i.provider_id AND q.consumer_id = i.consumer_id AND q.latest = 1
    AND EXISTS (SELECT 1 FROM verifications WHERE pact_version_id = q.pact_version_id)
  ORDER BY q.consumer_version_id DESC LIMIT 1`;

const live = `SELECT version_id FROM deployed_versions INDEXED BY currently_deployed
    WHERE undeployed_at IS NULL AND environment_id = (SELECT id FROM environments WHERE name = ?3) AND pacticipant_id = i.consumer_id
  UNION ALL SELECT version_id FROM released_versions INDEXED BY currently_supported
    WHERE support_ended_at IS NULL AND environment_id = (SELECT id FROM environments WHERE name = ?3) AND pacticipant_id = i.consumer_id`;

const matching = `FROM integrations i JOIN pacticipants c ON c.id = i.consumer_id JOIN pacticipants p ON p.id = i.provider_id
  WHERE (?4 IS NULL OR ?4 IN (i.consumer_id, i.provider_id))
    AND (?5 IS NULL OR i.consumer_id IN (SELECT value FROM json_each(?5)) AND i.provider_id IN (SELECT value FROM json_each(?5)))
    AND (?1 = '' OR instr(lower(c.name), lower(?1)) > 0 OR instr(lower(p.name), lower(?1)) > 0)
    AND (?2 IS NULL OR EXISTS (SELECT 1 FROM labels l WHERE l.name = ?2 AND l.pacticipant_id IN (i.consumer_id, i.provider_id)))
    AND (?3 IS NULL OR EXISTS (SELECT 1 FROM pact_publications lp
      WHERE lp.provider_id = i.provider_id AND lp.latest = 1 AND lp.consumer_version_id IN (${live})))`;

const names = 'lower(c.name), lower(p.name)';
/** Ids of pacts and numbers of results grow with time; so they stand for it, and nothing more has to be looked up. */
const orders: Readonly<Record<SortKey, (direction: string) => string>> = {
  consumer: (direction) => `lower(c.name) ${direction}, lower(p.name)`,
  provider: (direction) => `lower(p.name) ${direction}, lower(c.name)`,
  published: (direction) => `(${latestOfIntegration()}) ${direction}, ${names}`,
  verified: (direction) => `(${lastResult}) ${direction}, ${names}`,
};

/** A page of the integrations that fit. The page is cut first: what is costly is only asked for its rows. */
export function listIntegrations(
  database: Database,
  filter: IntegrationFilter,
  { sort, descending }: IntegrationOrder,
  page: Page,
): Integration[] {
  const { limit, offset } = limitOf(page);
  const order = orders[sort](descending ? 'DESC' : 'ASC');
  return database
    .all<Row>(
      `WITH i AS MATERIALIZED (
         SELECT i.consumer_id, c.name AS consumer, i.provider_id, p.name AS provider,
           row_number() OVER (ORDER BY ${order}) AS place ${matching}
         ORDER BY place LIMIT ?6 OFFSET ?7),
       m AS MATERIALIZED (
         SELECT i.*, (${latestOfIntegration()}) AS publication, (${lastResult}) AS result FROM i)
       SELECT m.consumer_id AS consumerId, m.consumer, m.provider_id AS providerId, m.provider,
         cv.number AS version, pp.created_at AS publishedAt,
         (SELECT b.name FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id
           WHERE bv.version_id = cv.id ORDER BY bv.rowid DESC LIMIT 1) AS branch,
         pp.pact_version_id AS pactVersionId, r.pact_version_id AS resultOf, r.success, r.pact_pending AS pactPending,
         rv.number AS providerVersion, r.created_at AS verifiedAt
       FROM m
       LEFT JOIN pact_publications pp ON pp.id = m.publication
       LEFT JOIN versions cv ON cv.id = pp.consumer_version_id
       LEFT JOIN verifications r ON r.number = m.result
       LEFT JOIN versions rv ON rv.id = r.provider_version_id ORDER BY m.place`,
      ...parametersOf(filter),
      limit,
      offset,
    )
    .map(fromRow);
}

export function countIntegrations(database: Database, filter: IntegrationFilter): number {
  return (
    database.get<{ count: number }>(`SELECT count(*) AS count ${matching}`, ...parametersOf(filter))?.count ??
    0
  );
}

function parametersOf({ search = '', label, environment, of, among }: IntegrationFilter) {
  return [search, label, environment, of, among && JSON.stringify(among)];
}

function fromRow(row: Row): Integration {
  const { consumerId, consumer, providerId, provider, version, branch, publishedAt, pactVersionId } = row;
  const { resultOf, success, pactPending, providerVersion, verifiedAt } = row;
  const hasPact = pactVersionId !== null && version !== null && publishedAt !== null;
  const hasResult = resultOf !== null && providerVersion !== null && verifiedAt !== null;
  return {
    consumerId,
    consumer,
    providerId,
    provider,
    pact: hasPact ? { pactVersionId, version, branch, publishedAt } : undefined,
    result: hasResult
      ? {
          pactVersionId: resultOf,
          success: success === 1,
          pactPending: pactPending === 1,
          providerVersion,
          verifiedAt,
        }
      : undefined,
  };
}
