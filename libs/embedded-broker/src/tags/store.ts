import type { Database } from '../database/index.ts';
import { checkAddressable } from '../http/index.ts';

export interface Tag {
  readonly name: string;
  readonly createdAt: string;
}

/** A tag that a version has; `latest` where none of its pacticipant's later versions has it. */
export interface TagOfVersion {
  readonly name: string;
  readonly latest: boolean;
}

interface TagRow {
  readonly versionId: number;
  readonly name: string;
  readonly latest: number;
}

const selectTags = `SELECT t.version_id AS versionId, t.name,
  EXISTS (SELECT 1 FROM tag_heads h WHERE h.version_id = t.version_id AND h.name = t.name) AS latest FROM tags t`;

export function findTag(database: Database, versionId: number, name: string): Tag | undefined {
  return database.get(
    'SELECT name, created_at AS createdAt FROM tags WHERE version_id = ? AND name = ?',
    versionId,
    name,
  );
}

/** The tags of a version, in the order they were put on it. */
export function tagsOfVersion(database: Database, versionId: number): string[] {
  return database
    .all<{ name: string }>('SELECT name FROM tags WHERE version_id = ? ORDER BY rowid', versionId)
    .map(({ name }) => name);
}

export function hasTags(database: Database, versionId: number): boolean {
  return database.get('SELECT 1 FROM tags WHERE version_id = ? LIMIT 1', versionId) !== undefined;
}

/** The tags of a version, by name. */
export function tagsWithLatest(database: Database, versionId: number): TagOfVersion[] {
  return database.all<TagRow>(`${selectTags} WHERE t.version_id = ? ORDER BY t.name`, versionId).map(fromRow);
}

const ofVersions = `${selectTags} WHERE t.version_id IN (SELECT value FROM json_each(?)) ORDER BY t.rowid`;

/** The tags of many versions, in the order they were put on them; a version without any has no entry. */
export function tagsOfVersions(
  database: Database,
  versionIds: readonly number[],
): Map<number, TagOfVersion[]> {
  const rows = database.all<TagRow>(ofVersions, JSON.stringify(versionIds));
  const byVersion = Map.groupBy(rows, ({ versionId }) => versionId);
  return new Map([...byVersion].map(([versionId, group]) => [versionId, group.map(fromRow)]));
}

/**
 * @returns whether the tag is new to the version
 * @throws ValidationError for a name that no URL can have
 */
export function insertTag(database: Database, versionId: number, name: string, now: string): boolean {
  checkAddressable('tag', name);
  return (
    database.run(
      'INSERT INTO tags (version_id, name, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      versionId,
      name,
      now,
    ) === 1
  );
}

export function deleteTag(database: Database, versionId: number, name: string): void {
  database.run('DELETE FROM tags WHERE version_id = ? AND name = ?', versionId, name);
}

export function deleteTags(database: Database, versionId: number): void {
  database.run('DELETE FROM tags WHERE version_id = ?', versionId);
}

function fromRow({ name, latest }: TagRow): TagOfVersion {
  return { name, latest: latest === 1 };
}
