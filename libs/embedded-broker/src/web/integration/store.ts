import type { Database } from '../../database/index.ts';
import { limitOf, type Page } from '../../http/index.ts';
import { latestWithTag, newestHeads } from '../../pacts/index.ts';

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

/** The pact under a branch or tag: its last version nearly always has one. Older than the first pact there is none. */
const underBranch = `(SELECT pp.id FROM branch_versions bv
  CROSS JOIN pact_publications pp ON pp.consumer_version_id = bv.version_id AND pp.provider_id = ?1 AND pp.latest = 1
  WHERE bv.branch_id = under.id AND bv.version_id >= (SELECT min(pp.consumer_version_id) FROM pact_publications pp WHERE ${ofIntegration})
  ORDER BY bv.version_id DESC LIMIT 1)`;
const underTag = `(${latestWithTag('under.name', 'of')})`;

/** Branches and tags by their last version, as many as are looked through at once: what comes after `?2`. */
const branches = `SELECT id, head_version_id AS last FROM branches INDEXED BY branches_in_order
  WHERE pacticipant_id = ?2 ORDER BY head_version_id DESC`;
const tags = `SELECT name, version_id AS last FROM tag_heads INDEXED BY tag_heads_in_order
  WHERE pacticipant_id = ?2 ORDER BY version_id DESC, name`;
const both = '(SELECT ?1 AS provider_id, ?2 AS consumer_id) of';
const under = {
  branch: { list: branches, pact: underBranch },
  tag: { list: tags, pact: underTag },
} as const;

const atOnce = 100;

/** Ids of the newest pacts under branches or tags, and some more. */
function newestUnder(
  database: Database,
  { consumerId, providerId }: Ids,
  view: keyof typeof under,
  wanted: number,
): number[] {
  const { list, pact } = under[view];
  return newestHeads([], wanted, (index) => {
    const offset = index * atOnce;
    const first = database.get<{ last: number | null }>(
      `SELECT last FROM (${list} LIMIT 1 OFFSET ?3) WHERE ?1 > 0`,
      providerId,
      consumerId,
      offset,
    );
    return (
      first && {
        newest: first.last ?? 0,
        heads: () =>
          database.all(
            `SELECT DISTINCT found.id, found.consumer_version_id AS versionId
             FROM ${both} CROSS JOIN (${list} LIMIT ${atOnce} OFFSET ?3) under
             CROSS JOIN pact_publications found ON found.id = ${pact}`,
            providerId,
            consumerId,
            offset,
          ),
      }
    );
  });
}

const live = `SELECT pp.id FROM (
    SELECT version_id FROM deployed_versions INDEXED BY deployed_now WHERE pacticipant_id = ?2 AND undeployed_at IS NULL
    UNION SELECT version_id FROM released_versions INDEXED BY supported_now WHERE pacticipant_id = ?2 AND support_ended_at IS NULL) l
  CROSS JOIN pact_publications pp ON pp.consumer_version_id = l.version_id AND pp.provider_id = ?1 AND pp.latest = 1`;

/** The pacts of a view, as the rows of `meant`. */
const meant: Readonly<Record<View, string>> = {
  branch: 'SELECT value AS id FROM json_each(?5)',
  tag: 'SELECT value AS id FROM json_each(?5)',
  environment: live,
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
  const found =
    view === 'branch' || view === 'tag'
      ? [JSON.stringify(newestUnder(database, { consumerId, providerId }, view, limit + offset))]
      : [];
  return database
    .all<Row>(
      `WITH meant AS MATERIALIZED (
         SELECT pp.id FROM (${meant[view]}) found CROSS JOIN pact_publications pp ON pp.id = found.id
         GROUP BY pp.id ORDER BY pp.consumer_version_id DESC ${view === 'all' ? '' : 'LIMIT ?3 OFFSET ?4'})
       SELECT pp.consumer_version_id AS consumerVersionId, cv.number AS version, pp.created_at AS publishedAt, pv.sha,
         r.number, r.success, r.pact_pending AS pending, rv.id AS providerVersionId, rv.number AS providerVersion,
         r.created_at AS verifiedAt
       FROM meant CROSS JOIN pact_publications pp ON pp.id = meant.id
       JOIN versions cv ON cv.id = pp.consumer_version_id
       JOIN pact_versions pv ON pv.id = pp.pact_version_id
       LEFT JOIN verifications r ON r.number = (SELECT max(number) FROM verifications WHERE pact_version_id = pp.pact_version_id)
       LEFT JOIN versions rv ON rv.id = r.provider_version_id
       ORDER BY pp.consumer_version_id DESC`,
      providerId,
      consumerId,
      limit,
      offset,
      ...found,
    )
    .map(fromRow);
}

/** How many pacts a view has, and how many branches, tags or versions were looked at to know it: at most `?3`. */
const counted: Readonly<Record<View, string>> = {
  branch: `SELECT count(DISTINCT ${underBranch}) AS count, count(*) AS seen FROM (${branches} LIMIT ?3) under`,
  tag: `SELECT count(DISTINCT ${underTag}) AS count, count(*) AS seen FROM ${both} CROSS JOIN (${tags} LIMIT ?3) under`,
  environment: `SELECT count(*) AS count, count(*) AS seen FROM (${live} LIMIT ?3)`,
  all: `SELECT count(*) AS count, count(*) AS seen FROM (SELECT 1 FROM pact_publications pp WHERE ${ofIntegration} LIMIT ?3)`,
};

/** More branches, tags or versions are not looked at to count the pacts of a view that is not shown. */
const mostCounted = 200;

/** How many pacts a view has. */
export interface ViewCount {
  readonly count: number;
  /** Whether there may be more. */
  readonly isLeast: boolean;
}

/** Counts the pacts of a view, as far as is quick. */
export function quickCount(database: Database, ids: Ids, view: View): ViewCount {
  const { count, seen } = countOf(database, ids, view, mostCounted + 1);
  return { count: Math.min(count, mostCounted), isLeast: seen > mostCounted };
}

/** How many pacts a view has. */
export function countIntegrationPacts(database: Database, ids: Ids, view: View): number {
  return countOf(database, ids, view, -1).count;
}

function countOf(database: Database, { consumerId, providerId }: Ids, view: View, limit: number) {
  return database.get(counted[view], providerId, consumerId, limit) as { count: number; seen: number };
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
