import type { Database } from '../database/index.ts';
import { selectPublications, type Publication } from './store.ts';

/** Which pacts of a provider, or between a consumer and a provider. */
export type PactSelection =
  | { readonly of: 'all' }
  | { readonly of: 'tag'; readonly tag: string }
  /** Of the consumer's main branch where no branch is named; `latest`: only that of the branch's head. */
  | { readonly of: 'branch'; readonly branch: string | undefined; readonly latest: boolean };

const onBranch = `JOIN branches b ON b.pacticipant_id = c.id AND b.name = ifnull(?, c.main_branch)
  JOIN branch_versions bv ON bv.branch_id = b.id AND bv.version_id = pp.consumer_version_id`;
/** Found from the branches, so that the length of their history plays no part. */
const heads = `SELECT l.id FROM integrations i CROSS JOIN pacticipants o ON o.id = i.consumer_id
    CROSS JOIN branches b ON b.pacticipant_id = o.id AND b.name = ifnull(?, o.main_branch)
    CROSS JOIN pact_publications l ON l.consumer_version_id = b.head_version_id AND l.provider_id = i.provider_id AND l.latest = 1
  WHERE i.provider_id = ?`;
const atHead = `AND pp.id IN (${heads})`;
const tagged = 'JOIN tags t ON t.version_id = pp.consumer_version_id AND t.name = ?';

/** Pacts of a provider, by consumer, oldest first. */
export function publicationsForProvider(
  database: Database,
  providerId: number,
  selection: PactSelection,
): Publication[] {
  const { join, of, parameters } = joinOf(selection, providerId);
  return database.all(
    `${selectPublications} ${join} WHERE ${of}pp.provider_id = ? AND pp.latest = 1
     ORDER BY lower(c.name), pp.consumer_version_id`,
    ...parameters,
    providerId,
  );
}

/** Pacts between a consumer and a provider, oldest first. */
export function publicationsBetween(
  database: Database,
  { consumerId, providerId }: { readonly consumerId: number; readonly providerId: number },
  selection: PactSelection,
): Publication[] {
  const { join, of, parameters } = joinOf(selection, providerId);
  return database.all(
    `${selectPublications} ${join} WHERE ${of}pp.provider_id = ? AND ${of}pp.consumer_id = ? AND pp.latest = 1
     ORDER BY pp.consumer_version_id`,
    ...parameters,
    providerId,
    consumerId,
  );
}

/** More are not counted: a list of so many is long, whatever their number. */
const mostCounted = 1_000;

/**
 * How many pacts a selection has at most. Of heads, each consumer has one; else it is no more than there are, with one
 * consumer or with all.
 */
export function mostSelected(
  database: Database,
  { providerId, consumerId }: { readonly providerId: number; readonly consumerId?: number },
  selection: PactSelection,
): number {
  const table =
    selection.of === 'branch' && selection.latest
      ? 'integrations WHERE provider_id = ?'
      : 'pact_publications WHERE latest = 1 AND provider_id = ?';
  const ofAll = `SELECT 1 FROM ${table}`;
  const count = (rows: string, ...parameters: number[]) =>
    database.get<{ count: number }>(
      `SELECT count(*) AS count FROM (${rows} LIMIT ${mostCounted})`,
      ...parameters,
    )?.count;
  const counted =
    consumerId === undefined
      ? count(ofAll, providerId)
      : count(`${ofAll} AND consumer_id = ?`, providerId, consumerId);
  return counted ?? 0;
}

/** The pacts of a consumer version, by provider. */
export function publicationsOfVersion(database: Database, consumerVersionId: number): Publication[] {
  return database.all(
    `${selectPublications} WHERE pp.consumer_version_id = ? AND pp.latest = 1 ORDER BY lower(p.name)`,
    consumerVersionId,
  );
}

/** Names of the providers that each of the consumer versions has pacts with; a version without any has no entry. */
export function providersOfVersions(
  database: Database,
  versionIds: readonly number[],
): ReadonlyMap<number, readonly string[]> {
  const rows = database.all<{ readonly versionId: number; readonly name: string }>(
    `SELECT pp.consumer_version_id AS versionId, p.name FROM json_each(?) version
     CROSS JOIN pact_publications pp ON pp.consumer_version_id = version.value AND pp.latest = 1
     CROSS JOIN pacticipants p ON p.id = pp.provider_id ORDER BY lower(p.name)`,
    JSON.stringify(versionIds),
  );
  const byVersion = Map.groupBy(rows, ({ versionId }) => versionId);
  return new Map([...byVersion].map(([versionId, group]) => [versionId, group.map(({ name }) => name)]));
}

/** The tags with which a publication is the latest pact of its integration, by name. */
export function tagsOfLatestPublication(database: Database, publication: Publication): string[] {
  return database
    .all<{ name: string }>(
      `SELECT t.name FROM tags t WHERE t.version_id = ?1 AND NOT EXISTS (
         SELECT 1 FROM pact_publications l JOIN tags u ON u.version_id = l.consumer_version_id AND u.name = t.name
         WHERE l.provider_id = ?2 AND l.consumer_id = ?3 AND l.latest = 1 AND l.consumer_version_id > ?1)
       ORDER BY t.name`,
      publication.consumerVersionId,
      publication.providerId,
      publication.consumerId,
    )
    .map(({ name }) => name);
}

/** The pact of the consumer version created last, of those without any tag. */
export function latestUntaggedPublication(
  database: Database,
  ids: { readonly consumerId: number; readonly providerId: number },
): Publication | undefined {
  return database.get(
    `${selectPublications} WHERE pp.provider_id = ? AND pp.consumer_id = ? AND pp.latest = 1
       AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.version_id = pp.consumer_version_id)
     ORDER BY pp.consumer_version_id DESC LIMIT 1`,
    ids.providerId,
    ids.consumerId,
  );
}

/** The last pact before a publication that has another content. */
export function previousDistinctPublication(
  database: Database,
  publication: Publication,
): Publication | undefined {
  return database.get(
    `${selectPublications} WHERE pp.provider_id = ? AND pp.consumer_id = ? AND pp.latest = 1
       AND pp.consumer_version_id < ? AND pp.pact_version_id <> ?
     ORDER BY pp.consumer_version_id DESC LIMIT 1`,
    publication.providerId,
    publication.consumerId,
    publication.consumerVersionId,
    publication.pactVersionId,
  );
}

/** The pact of the next consumer version that has one with the same provider. */
export function nextPublication(database: Database, publication: Publication): Publication | undefined {
  return database.get(
    `${selectPublications} WHERE pp.provider_id = ? AND pp.consumer_id = ? AND pp.latest = 1
       AND pp.consumer_version_id > ? ORDER BY pp.consumer_version_id LIMIT 1`,
    publication.providerId,
    publication.consumerId,
    publication.consumerVersionId,
  );
}

/**
 * How the selection narrows the publications: SQL that continues `selectPublications`, and its parameters. A plus before
 * the ids of an integration keeps the plan from beginning with all of its pacts.
 */
function joinOf(
  selection: PactSelection,
  providerId: number,
): { join: string; of: '' | '+'; parameters: (string | number | undefined)[] } {
  switch (selection.of) {
    case 'all':
      return { join: '', of: '', parameters: [] };
    case 'tag':
      return { join: tagged, of: '+', parameters: [selection.tag] };
    case 'branch':
      return selection.latest
        ? { join: atHead, of: '+', parameters: [selection.branch, providerId] }
        : { join: onBranch, of: '', parameters: [selection.branch] };
  }
}
