import type { Database } from '../database/index.ts';

export interface Tag {
  readonly name: string;
  readonly createdAt: string;
}

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

/** The tags of a version, by name; `latest` where none of its pacticipant's later versions has the tag. */
export function tagsWithLatest(database: Database, versionId: number): { name: string; latest: boolean }[] {
  return database
    .all<{ name: string; latest: number }>(
      `SELECT t.name, EXISTS (SELECT 1 FROM tag_heads h WHERE h.version_id = t.version_id AND h.name = t.name) AS latest
       FROM tags t WHERE t.version_id = ? ORDER BY t.name`,
      versionId,
    )
    .map(({ name, latest }) => ({ name, latest: latest === 1 }));
}

/** @returns whether the tag is new to the version */
export function insertTag(database: Database, versionId: number, name: string, now: string): boolean {
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
