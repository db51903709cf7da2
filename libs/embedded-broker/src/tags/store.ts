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
