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

/**
 * Of the pacts of an integration `i`, from the newest, the first that has a result: the number of its last one. Nothing is
 * looked for where nobody ever verified any.
 */
const lastResult = `SELECT (SELECT max(number) FROM verifications WHERE pact_version_id = q.pact_version_id) AS number
  FROM integrations o CROSS JOIN pact_publications q
    ON q.provider_id = o.provider_id AND q.consumer_id = o.consumer_id AND q.latest = 1
  WHERE o.provider_id = i.provider_id AND o.consumer_id = i.consumer_id AND o.first_verified_at IS NOT NULL
    AND EXISTS (SELECT 1 FROM verifications WHERE pact_version_id = q.pact_version_id)
  ORDER BY q.consumer_version_id DESC LIMIT 1`;

const live = `SELECT version_id FROM deployed_versions INDEXED BY currently_deployed
    WHERE undeployed_at IS NULL AND environment_id = (SELECT id FROM environments WHERE name = ?3) AND pacticipant_id = i.consumer_id
  UNION ALL SELECT version_id FROM released_versions INDEXED BY currently_supported
    WHERE support_ended_at IS NULL AND environment_id = (SELECT id FROM environments WHERE name = ?3) AND pacticipant_id = i.consumer_id`;

/** The conditions of what a filter has: a plan for all that it might have would look through everything. */
function conditionsOf({ search = '', label, environment, of, among }: IntegrationFilter): string[] {
  return [
    ...(of === undefined ? [] : ['?4 IN (i.consumer_id, i.provider_id)']),
    ...(among === undefined
      ? []
      : [
          'i.consumer_id IN (SELECT value FROM json_each(?5)) AND i.provider_id IN (SELECT value FROM json_each(?5))',
        ]),
    ...(search === ''
      ? []
      : ['(instr(lower(c.name), lower(?1)) > 0 OR instr(lower(p.name), lower(?1)) > 0)']),
    ...(label === undefined
      ? []
      : [
          'EXISTS (SELECT 1 FROM labels l WHERE l.name = ?2 AND l.pacticipant_id IN (i.consumer_id, i.provider_id))',
        ]),
    ...(environment === undefined
      ? []
      : [
          `EXISTS (SELECT 1 FROM pact_publications lp
            WHERE lp.provider_id = i.provider_id AND lp.latest = 1 AND lp.consumer_version_id IN (${live}))`,
        ]),
  ];
}

/** The integrations that fit, with both sides; read in the order of a side's names where that is asked for. */
function matching(filter: IntegrationFilter, sort?: SortKey): string {
  const isOfFew = filter.of !== undefined || filter.among !== undefined;
  const tables =
    isOfFew || (sort !== 'consumer' && sort !== 'provider')
      ? 'integrations i CROSS JOIN pacticipants c ON c.id = i.consumer_id CROSS JOIN pacticipants p ON p.id = i.provider_id'
      : sort === 'consumer'
        ? `pacticipants c INDEXED BY pacticipants_in_order CROSS JOIN integrations i ON i.consumer_id = c.id
           CROSS JOIN pacticipants p ON p.id = i.provider_id`
        : `pacticipants p INDEXED BY pacticipants_in_order CROSS JOIN integrations i ON i.provider_id = p.id
           CROSS JOIN pacticipants c ON c.id = i.consumer_id`;
  return `FROM ${tables} ${where(filter)}`;
}

/** Also where a filter has nothing, its five parameters have places. */
function where(filter: IntegrationFilter): string {
  return `WHERE ${['?5 IS ?5', ...conditionsOf(filter)].join(' AND ')}`;
}

/** Ids of pacts and numbers of results grow with time; so they stand for it, and nothing more has to be looked up. */
const orders: Readonly<Record<SortKey, (direction: string) => readonly string[]>> = {
  consumer: (direction) => [`lower(c.name) ${direction}`, 'lower(p.name)'],
  provider: (direction) => [`lower(p.name) ${direction}`, 'lower(c.name)'],
  published: (direction) => [`(${latestOfIntegration()}) ${direction}`, 'lower(c.name)', 'lower(p.name)'],
  verified: (direction) => [`(${lastResult}) ${direction}`, 'lower(c.name)', 'lower(p.name)'],
};

/** A page of the integrations that fit. The page is cut first: what is costly is only asked for its rows. */
export function listIntegrations(
  database: Database,
  filter: IntegrationFilter,
  { sort, descending }: IntegrationOrder,
  page: Page,
): Integration[] {
  const { limit, offset } = limitOf(page);
  const order = orders[sort](descending ? 'DESC' : 'ASC').join(', ');
  return database
    .all<Row>(
      `WITH i AS MATERIALIZED (
         SELECT i.consumer_id, i.provider_id ${matching(filter, sort)} ORDER BY ${order} LIMIT ?6 OFFSET ?7),
       m AS MATERIALIZED (
         SELECT i.*, (${latestOfIntegration()}) AS publication, (${lastResult}) AS result FROM i)
       SELECT i.consumer_id AS consumerId, c.name AS consumer, i.provider_id AS providerId, p.name AS provider,
         cv.number AS version, pp.created_at AS publishedAt,
         (SELECT b.name FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id
           WHERE bv.version_id = cv.id ORDER BY bv.rowid DESC LIMIT 1) AS branch,
         pp.pact_version_id AS pactVersionId, r.pact_version_id AS resultOf, r.success, r.pact_pending AS pactPending,
         rv.number AS providerVersion, r.created_at AS verifiedAt
       FROM m i CROSS JOIN pacticipants c ON c.id = i.consumer_id CROSS JOIN pacticipants p ON p.id = i.provider_id
       LEFT JOIN pact_publications pp ON pp.id = i.publication
       LEFT JOIN versions cv ON cv.id = pp.consumer_version_id
       LEFT JOIN verifications r ON r.number = i.result
       LEFT JOIN versions rv ON rv.id = r.provider_version_id ORDER BY ${order}`,
      ...parametersOf(filter),
      limit,
      offset,
    )
    .map(fromRow);
}

/** The two sides of every integration, by consumer and provider. */
export function integrationSides(database: Database): {
  readonly consumerId: number;
  readonly consumer: string;
  readonly providerId: number;
  readonly provider: string;
}[] {
  return database.all(
    `SELECT c.id AS consumerId, c.name AS consumer, p.id AS providerId, p.name AS provider
     ${matching({}, 'consumer')} ORDER BY ${orders.consumer('ASC').join(', ')}`,
    ...parametersOf({}),
  );
}

export function countIntegrations(database: Database, filter: IntegrationFilter): number {
  return (
    database.get<{ count: number }>(
      filter.search
        ? `SELECT count(*) AS count ${matching(filter)}`
        : `SELECT count(*) AS count FROM integrations i ${where(filter)}`,
      ...parametersOf(filter),
    )?.count ?? 0
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
