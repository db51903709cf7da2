import type { Database } from '../database/index.ts';
import { publicationsByIds, type Publication } from '../pacts/index.ts';

interface Found {
  readonly publicationId: number;
}

/** A pact of a branch's head. */
export interface HeadPact {
  readonly publication: Publication;
  readonly branch: string;
  readonly isMainBranch: boolean;
}

/** A pact of a consumer version that is in an environment. */
export interface LivePact {
  readonly publication: Publication;
  readonly environment: { readonly name: string; readonly production: boolean };
}

/** The pacts that the heads of consumers' branches have with a provider. */
export function pactsOfBranchHeads(
  database: Database,
  providerId: number,
  filter: { readonly branch?: string | undefined; readonly mainBranch?: boolean | undefined },
): HeadPact[] {
  const rows = database.all<Found & { branch: string; isMainBranch: number }>(
    `SELECT pp.id AS publicationId, b.name AS branch, ifnull(b.name = c.main_branch, 0) AS isMainBranch
     FROM integrations i JOIN pacticipants c ON c.id = i.consumer_id
     CROSS JOIN branches b ON b.pacticipant_id = i.consumer_id
     CROSS JOIN pact_publications pp ON pp.consumer_version_id = b.head_version_id AND pp.provider_id = ?1 AND pp.latest = 1
     WHERE i.provider_id = ?1 AND (?2 IS NULL OR b.name = ?2) AND (?3 = 0 OR b.name = c.main_branch)
     ORDER BY pp.consumer_version_id`,
    providerId,
    filter.branch,
    filter.mainBranch ?? false,
  );
  return withPublications(database, rows, (publication, { branch, isMainBranch }) => ({
    publication,
    branch,
    isMainBranch: isMainBranch === 1,
  }));
}

/**
 * The pacts that consumers' newest versions with a tag have with a provider. A newest version without one gives nothing,
 * as the head of a branch does: the consumer has dropped the contract there.
 */
export function pactsOfTagHeads(database: Database, providerId: number, tag: string): Publication[] {
  const rows = database.all<Found>(
    `SELECT pp.id AS publicationId FROM integrations i
     CROSS JOIN tag_heads t ON t.pacticipant_id = i.consumer_id AND t.name = ?2
     CROSS JOIN pact_publications pp ON pp.consumer_version_id = t.version_id AND pp.provider_id = ?1 AND pp.latest = 1
     WHERE i.provider_id = ?1 ORDER BY pp.consumer_version_id`,
    providerId,
    tag,
  );
  return withPublications(database, rows, (publication) => publication);
}

/** The pacts of all consumer versions that have a tag. */
export function pactsWithTag(database: Database, providerId: number, tag: string): Publication[] {
  const rows = database.all<Found>(
    `SELECT pp.id AS publicationId FROM pact_publications pp JOIN tags t ON t.version_id = pp.consumer_version_id
     WHERE pp.provider_id = ? AND t.name = ? AND pp.latest = 1 ORDER BY pp.consumer_version_id`,
    providerId,
    tag,
  );
  return withPublications(database, rows, (publication) => publication);
}

const liveTables = {
  deployed: { table: 'deployed_versions', ended: 'undeployed_at' },
  released: { table: 'released_versions', ended: 'support_ended_at' },
} as const;

/** The pacts of consumer versions that are deployed, or released and supported; one for each record of that. */
export function pactsLive(
  database: Database,
  how: keyof typeof liveTables,
  providerId: number,
  environment: string | undefined,
): LivePact[] {
  const { table, ended } = liveTables[how];
  const rows = database.all<Found & { name: string; production: number }>(
    `SELECT pp.id AS publicationId, e.name, e.production FROM integrations i CROSS JOIN environments e
     CROSS JOIN ${table} l ON l.environment_id = e.id AND l.pacticipant_id = i.consumer_id AND l.${ended} IS NULL
     CROSS JOIN pact_publications pp ON pp.consumer_version_id = l.version_id AND pp.provider_id = ?1 AND pp.latest = 1
     WHERE i.provider_id = ?1 AND (?2 IS NULL OR e.name = ?2) ORDER BY l.id`,
    providerId,
    environment,
  );
  return withPublications(database, rows, (publication, { name, production }) => ({
    publication,
    environment: { name, production: production === 1 },
  }));
}

/** Candidates for work in progress: pacts published after a time, of a branch's head or of the latest version with a tag. */
export interface WipCandidate {
  readonly publication: Publication;
  readonly branches: readonly string[];
  readonly tags: readonly string[];
}

export function wipCandidates(database: Database, providerId: number, since: string): WipCandidate[] {
  const rows = database.all<Found & { branches: string; tags: string }>(
    `WITH heads (version_id, branch, tag) AS (
       SELECT b.head_version_id, b.name, NULL FROM integrations i JOIN branches b ON b.pacticipant_id = i.consumer_id
       WHERE i.provider_id = ?1
       UNION ALL
       SELECT h.version_id, NULL, h.name FROM integrations i JOIN tag_heads h ON h.pacticipant_id = i.consumer_id
       WHERE i.provider_id = ?1)
     SELECT pp.id AS publicationId, json_group_array(h.branch) FILTER (WHERE h.branch IS NOT NULL) AS branches,
       json_group_array(h.tag) FILTER (WHERE h.tag IS NOT NULL) AS tags
     FROM heads h
     CROSS JOIN pact_publications pp ON pp.consumer_version_id = h.version_id AND pp.provider_id = ?1 AND pp.latest = 1
     WHERE pp.created_at > ?2 GROUP BY pp.id ORDER BY pp.consumer_version_id`,
    providerId,
    since,
  );
  return withPublications(database, rows, (publication, { branches, tags }) => ({
    publication,
    branches: JSON.parse(branches) as string[],
    tags: JSON.parse(tags) as string[],
  }));
}

/** How a content was successfully verified, as far as pending and work in progress ask. */
export interface SuccessFacts {
  /** By a provider version on the branch (or with the tag). */
  readonly onIt: boolean;
  /** By one on another branch (or with another tag), before this branch (or tag) came up. */
  readonly elsewhereBefore: boolean;
}

/**
 * @param explicitOnly leaves out results of verifications as work in progress; the branch then begins with its first
 *   version, which may be older than the branch
 */
export function successesByBranch(
  database: Database,
  pactVersionId: number,
  provider: { readonly id: number; readonly branch: string },
  { explicitOnly }: { readonly explicitOnly: boolean },
): SuccessFacts {
  const row = database.get<{ onIt: number; elsewhereBefore: number }>(
    `SELECT ifnull(max(b.name = ?3), 0) AS onIt,
       ifnull(max(b.name <> ?3 AND r.created_at < ifnull(iif(?4,
         (SELECT v.created_at FROM branches o JOIN branch_versions ov ON ov.branch_id = o.id JOIN versions v ON v.id = ov.version_id
           WHERE o.pacticipant_id = ?2 AND o.name = ?3 ORDER BY ov.rowid LIMIT 1),
         (SELECT created_at FROM branches WHERE pacticipant_id = ?2 AND name = ?3)), '9')), 0) AS elsewhereBefore
     FROM verifications r JOIN branch_versions bv ON bv.version_id = r.provider_version_id JOIN branches b ON b.id = bv.branch_id
     WHERE r.pact_version_id = ?1 AND r.success = 1 AND b.pacticipant_id = ?2 AND (?4 = 0 OR r.wip = 0)`,
    pactVersionId,
    provider.id,
    provider.branch,
    explicitOnly,
  );
  return facts(row);
}

/** @param explicitOnly likewise, and counts only tags that the version had when its result came */
export function successesByTag(
  database: Database,
  pactVersionId: number,
  provider: { readonly id: number; readonly tag: string },
  { explicitOnly }: { readonly explicitOnly: boolean },
): SuccessFacts {
  const row = database.get<{ onIt: number; elsewhereBefore: number }>(
    `SELECT ifnull(max(t.name = ?3), 0) AS onIt,
       ifnull(max(t.name <> ?3 AND r.created_at < ifnull((
         SELECT min(o.created_at) FROM tags o JOIN versions ov ON ov.id = o.version_id WHERE ov.pacticipant_id = ?2 AND o.name = ?3), '9')), 0) AS elsewhereBefore
     FROM verifications r JOIN tags t ON t.version_id = r.provider_version_id
     WHERE r.pact_version_id = ?1 AND r.success = 1 AND (?4 = 0 OR (r.wip = 0 AND t.created_at <= r.created_at))`,
    pactVersionId,
    provider.id,
    provider.tag,
    explicitOnly,
  );
  return facts(row);
}

/** Whether a content was ever successfully verified. */
export function everSucceeded(database: Database, pactVersionId: number): boolean {
  return (
    database.get(
      'SELECT 1 FROM verifications WHERE pact_version_id = ? AND success = 1 LIMIT 1',
      pactVersionId,
    ) !== undefined
  );
}

/** Consumers of a provider, and whether versions of them are on the main branch, or have a tag of that name. */
export interface ConsumerFacts {
  readonly name: string;
  readonly mainBranch: string | null;
  readonly mainBranchHasVersions: boolean;
  readonly mainBranchIsATag: boolean;
}

export function consumersOfProvider(database: Database, providerId: number): ConsumerFacts[] {
  return database
    .all<{
      name: string;
      mainBranch: string | null;
      mainBranchHasVersions: number;
      mainBranchIsATag: number;
    }>(
      `SELECT c.name, c.main_branch AS mainBranch, EXISTS (
         SELECT 1 FROM branches b JOIN branch_versions bv ON bv.branch_id = b.id
         WHERE b.pacticipant_id = c.id AND b.name = c.main_branch) AS mainBranchHasVersions,
         EXISTS (SELECT 1 FROM tag_heads h WHERE h.pacticipant_id = c.id AND h.name = c.main_branch) AS mainBranchIsATag
       FROM integrations i JOIN pacticipants c ON c.id = i.consumer_id WHERE i.provider_id = ? ORDER BY lower(c.name)`,
      providerId,
    )
    .map((row) => ({
      ...row,
      mainBranchHasVersions: row.mainBranchHasVersions === 1,
      mainBranchIsATag: row.mainBranchIsATag === 1,
    }));
}

function facts(row: { onIt: number; elsewhereBefore: number } | undefined): SuccessFacts {
  return { onIt: row?.onIt === 1, elsewhereBefore: row?.elsewhereBefore === 1 };
}

/** What is made of each row and its publication; all publications are read at once. */
function withPublications<Row extends Found, Result>(
  database: Database,
  rows: readonly Row[],
  make: (publication: Publication, row: Row) => Result,
): Result[] {
  const ids = rows.map(({ publicationId }) => publicationId);
  const publications = publicationsByIds(database, ids);
  return rows.flatMap((row) => {
    const publication = publications.get(row.publicationId);
    return publication ? [make(publication, row)] : [];
  });
}
