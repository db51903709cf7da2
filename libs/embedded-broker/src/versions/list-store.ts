import type { Database } from '../database/index.ts';
import { limitOf, type Page } from '../http/index.ts';
import { selectVersions, versionColumns, type Version } from './store.ts';

/** The versions whose ids a query finds; that cuts the page, so that nothing is read beyond it. */
const selectFound = (ids: string) => `SELECT ${versionColumns} FROM (${ids}) found
  CROSS JOIN versions v ON v.id = found.id CROSS JOIN pacticipants p ON p.id = v.pacticipant_id`;

/** Versions, newest first. */
export function listVersions(database: Database, pacticipantId: number, page?: Page): Version[] {
  const { limit, offset } = limitOf(page);
  return database.all(
    `${selectVersions} WHERE v.pacticipant_id = ? ORDER BY v.id DESC LIMIT ? OFFSET ?`,
    pacticipantId,
    limit,
    offset,
  );
}

export function countVersions(database: Database, pacticipantId: number): number {
  return (
    database.get<{ count: number }>(
      'SELECT count(*) AS count FROM versions WHERE pacticipant_id = ?',
      pacticipantId,
    )?.count ?? 0
  );
}

/** The versions that have the tag, newest first. */
export function versionsWithTag(
  database: Database,
  pacticipantId: number,
  tag: string,
  page?: Page,
): Version[] {
  const { limit, offset } = limitOf(page);
  return database.all(
    `${selectFound(`SELECT t.version_id AS id FROM tags t INDEXED BY tags_by_name
       CROSS JOIN versions o ON o.id = t.version_id AND o.pacticipant_id = ?
       WHERE t.name = ? ORDER BY t.version_id DESC LIMIT ? OFFSET ?`)} ORDER BY v.id DESC`,
    pacticipantId,
    tag,
    limit,
    offset,
  );
}

export function countVersionsWithTag(database: Database, pacticipantId: number, tag: string): number {
  return (
    database.get<{ count: number }>(
      `SELECT count(*) AS count FROM tags t CROSS JOIN versions v ON v.id = t.version_id
       WHERE t.name = ? AND v.pacticipant_id = ?`,
      tag,
      pacticipantId,
    )?.count ?? 0
  );
}

/** The versions of a branch, newest first. */
export function versionsOfBranch(
  database: Database,
  pacticipantId: number,
  branch: string,
  page?: Page,
): Version[] {
  const { limit, offset } = limitOf(page);
  return database.all(
    `${selectFound(`SELECT version_id AS id FROM branch_versions
       WHERE branch_id = (SELECT id FROM branches WHERE pacticipant_id = ? AND name = ?)
       ORDER BY version_id DESC LIMIT ? OFFSET ?`)} ORDER BY v.id DESC`,
    pacticipantId,
    branch,
    limit,
    offset,
  );
}

export function countVersionsOfBranch(database: Database, pacticipantId: number, branch: string): number {
  return (
    database.get<{ count: number }>(
      `SELECT count(*) AS count FROM branch_versions
       WHERE branch_id = (SELECT id FROM branches WHERE pacticipant_id = ? AND name = ?)`,
      pacticipantId,
      branch,
    )?.count ?? 0
  );
}

const everInEnvironment = `SELECT version_id AS id FROM deployed_versions WHERE pacticipant_id = ?1 AND environment_id = ?2
  UNION SELECT version_id FROM released_versions WHERE pacticipant_id = ?1 AND environment_id = ?2`;

/** The versions that were ever deployed or released to an environment, newest first. */
export function versionsEverInEnvironment(
  database: Database,
  pacticipantId: number,
  environmentId: number,
  page?: Page,
): Version[] {
  const { limit, offset } = limitOf(page);
  return database.all(
    `${selectFound(`${everInEnvironment} ORDER BY 1 DESC LIMIT ?3 OFFSET ?4`)} ORDER BY v.id DESC`,
    pacticipantId,
    environmentId,
    limit,
    offset,
  );
}

export function countVersionsEverInEnvironment(
  database: Database,
  pacticipantId: number,
  environmentId: number,
): number {
  return (
    database.get<{ count: number }>(
      `SELECT count(*) AS count FROM (${everInEnvironment})`,
      pacticipantId,
      environmentId,
    )?.count ?? 0
  );
}

const everLive = `SELECT version_id AS id FROM deployed_versions WHERE pacticipant_id = ?1
  UNION SELECT version_id FROM released_versions WHERE pacticipant_id = ?1`;

/** The versions that were ever deployed or released anywhere, newest first. */
export function versionsEverLive(database: Database, pacticipantId: number, page?: Page): Version[] {
  const { limit, offset } = limitOf(page);
  return database.all(
    `${selectFound(`${everLive} ORDER BY 1 DESC LIMIT ?2 OFFSET ?3`)} ORDER BY v.id DESC`,
    pacticipantId,
    limit,
    offset,
  );
}

export function countVersionsEverLive(database: Database, pacticipantId: number): number {
  return (
    database.get<{ count: number }>(`SELECT count(*) AS count FROM (${everLive})`, pacticipantId)?.count ?? 0
  );
}
