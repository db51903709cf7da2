import type { Database } from '../database/index.ts';
import { publicationsByIds, type Publication } from '../pacts/index.ts';

/** A row with the id of a publication. */
export interface Found {
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

/** The branches that are meant: of a name, each consumer's main branch, or (undefined) all. */
export type BranchFilter = { readonly branch: string } | { readonly mainBranch: true } | undefined;

/** The pacts that the heads of consumers' branches have with a provider. */
export function pactsOfBranchHeads(database: Database, providerId: number, filter: BranchFilter): HeadPact[] {
  const branch = filter && 'branch' in filter ? filter.branch : undefined;
  const condition = !filter ? '' : branch === undefined ? 'AND b.name = c.main_branch' : 'AND b.name = ?2';
  const rows = database.all<Found & { branch: string; isMainBranch: number }>(
    `SELECT pp.id AS publicationId, b.name AS branch, ifnull(b.name = c.main_branch, 0) AS isMainBranch
     FROM integrations i CROSS JOIN pacticipants c ON c.id = i.consumer_id
     CROSS JOIN branches b ON b.pacticipant_id = i.consumer_id ${condition}
     CROSS JOIN pact_publications pp ON pp.consumer_version_id = b.head_version_id AND pp.provider_id = ?1 AND pp.latest = 1
     WHERE i.provider_id = ?1 ORDER BY pp.consumer_version_id`,
    providerId,
    ...(branch === undefined ? [] : [branch]),
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
  deployed: { table: 'deployed_versions', ended: 'undeployed_at', index: 'currently_deployed' },
  released: { table: 'released_versions', ended: 'support_ended_at', index: 'currently_supported' },
} as const;

/** The pacts of consumer versions that are deployed, or released and supported; one for each record of that. */
export function pactsLive(
  database: Database,
  how: keyof typeof liveTables,
  providerId: number,
  environment: string | undefined,
): LivePact[] {
  const { table, ended, index } = liveTables[how];
  const rows = database.all<Found & { name: string; production: number }>(
    `SELECT pp.id AS publicationId, e.name, e.production FROM integrations i CROSS JOIN environments e
     CROSS JOIN ${table} l INDEXED BY ${index} ON l.environment_id = e.id AND l.pacticipant_id = i.consumer_id AND l.${ended} IS NULL
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

/** What is made of each row and its publication; all publications are read at once. */
export function withPublications<Row extends Found, Result>(
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
