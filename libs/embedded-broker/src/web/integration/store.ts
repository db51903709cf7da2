import type { Database } from '../../database/index.ts';
import { limitOf, type Page } from '../../http/index.ts';

/** Which pacts of an integration are shown: those that count now on branches, in environments or under tags, or all. */
export const views = ['branch', 'environment', 'tag', 'all'] as const;
export type View = (typeof views)[number];

/** A consumer version's pact, and the last result for its content. */
export interface IntegrationPact {
  readonly consumerVersionId: number;
  readonly version: string;
  readonly publishedAt: string;
  readonly sha: string;
  readonly result:
    | {
        readonly number: number;
        readonly success: boolean;
        readonly pending: boolean;
        readonly providerVersionId: number;
        readonly providerVersion: string;
        readonly verifiedAt: string;
      }
    | undefined;
}

interface Row {
  readonly consumerVersionId: number;
  readonly version: string;
  readonly publishedAt: string;
  readonly sha: string;
  readonly number: number | null;
  readonly success: number | null;
  readonly pending: number | null;
  readonly providerVersionId: number | null;
  readonly providerVersion: string | null;
  readonly verifiedAt: string | null;
}

interface Ids {
  readonly consumerId: number;
  readonly providerId: number;
}

const ofIntegration = 'pp.provider_id = ?1 AND pp.consumer_id = ?2 AND pp.latest = 1';
/** Ids of publications. Heads are looked for from the newest version downwards: nearly always the first has a pact. */
const meant: Readonly<Record<View, string>> = {
  branch: `SELECT (SELECT pp.id FROM branch_versions bv
      CROSS JOIN pact_publications pp ON pp.consumer_version_id = bv.version_id AND pp.provider_id = ?1 AND pp.latest = 1
      WHERE bv.branch_id = b.id ORDER BY bv.version_id DESC LIMIT 1) AS id
    FROM branches b WHERE b.pacticipant_id = ?2`,
  tag: `SELECT (SELECT pp.id FROM tags t
      CROSS JOIN pact_publications pp ON pp.consumer_version_id = t.version_id AND pp.provider_id = ?1 AND pp.latest = 1
      WHERE t.name = h.name AND t.version_id <= h.version_id AND pp.consumer_id = ?2
      ORDER BY t.version_id DESC LIMIT 1) AS id
    FROM tag_heads h WHERE h.pacticipant_id = ?2`,
  environment: `SELECT pp.id FROM (
      SELECT version_id FROM deployed_versions INDEXED BY deployed_now WHERE pacticipant_id = ?2 AND undeployed_at IS NULL
      UNION SELECT version_id FROM released_versions INDEXED BY supported_now WHERE pacticipant_id = ?2 AND support_ended_at IS NULL) l
    CROSS JOIN pact_publications pp ON pp.consumer_version_id = l.version_id AND pp.provider_id = ?1 AND pp.latest = 1`,
  all: `SELECT pp.id FROM pact_publications pp WHERE ${ofIntegration} ORDER BY pp.consumer_version_id DESC LIMIT ?3 OFFSET ?4`,
};

/** Pacts of an integration, the newest consumer version first. */
export function integrationPacts(
  database: Database,
  { consumerId, providerId }: Ids,
  view: View,
  page: Page,
): IntegrationPact[] {
  const { limit, offset } = limitOf(page);
  return database
    .all<Row>(
      `WITH meant AS MATERIALIZED (SELECT id FROM (${meant[view]}) WHERE id IS NOT NULL GROUP BY id)
       SELECT pp.consumer_version_id AS consumerVersionId, cv.number AS version, pp.created_at AS publishedAt, pv.sha,
         r.number, r.success, r.pact_pending AS pending, rv.id AS providerVersionId, rv.number AS providerVersion,
         r.created_at AS verifiedAt
       FROM meant CROSS JOIN pact_publications pp ON pp.id = meant.id
       JOIN versions cv ON cv.id = pp.consumer_version_id
       JOIN pact_versions pv ON pv.id = pp.pact_version_id
       LEFT JOIN verifications r ON r.number = (SELECT max(number) FROM verifications WHERE pact_version_id = pp.pact_version_id)
       LEFT JOIN versions rv ON rv.id = r.provider_version_id
       ORDER BY pp.consumer_version_id DESC ${view === 'all' ? '' : 'LIMIT ?3 OFFSET ?4'}`,
      providerId,
      consumerId,
      limit,
      offset,
    )
    .map(fromRow);
}

/** How many pacts a view has. */
export function countIntegrationPacts(
  database: Database,
  { consumerId, providerId }: Ids,
  view: View,
): number {
  return (
    database.get<{ count: number }>(
      view === 'all'
        ? `SELECT count(*) AS count FROM pact_publications pp WHERE ${ofIntegration}`
        : `SELECT count(DISTINCT id) AS count FROM (${meant[view]})`,
      providerId,
      consumerId,
    )?.count ?? 0
  );
}

function fromRow(row: Row): IntegrationPact {
  const { number, success, pending, providerVersionId, providerVersion, verifiedAt, ...pact } = row;
  const hasResult =
    number !== null && providerVersionId !== null && providerVersion !== null && verifiedAt !== null;
  return {
    ...pact,
    result: hasResult
      ? {
          number,
          success: success === 1,
          pending: pending === 1,
          providerVersionId,
          providerVersion,
          verifiedAt,
        }
      : undefined,
  };
}
