import type { Database } from '../database/index.ts';
import { checkAddressable } from '../http/index.ts';

/** A version of a pacticipant. Its id is its place in the order of versions: later created, greater. */
export interface Version {
  readonly id: number;
  readonly pacticipantId: number;
  readonly pacticipantName: string;
  readonly number: string;
  readonly buildUrl: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const versionColumns = `v.id, v.pacticipant_id AS pacticipantId, p.name AS pacticipantName, v.number, v.build_url AS buildUrl,
  v.created_at AS createdAt, v.updated_at AS updatedAt`;
export const selectVersions = `SELECT ${versionColumns} FROM versions v JOIN pacticipants p ON p.id = v.pacticipant_id`;

const byName = `${selectVersions} WHERE p.name = ? AND v.number = ?`;

export function findVersion(database: Database, pacticipant: string, number: string): Version | undefined {
  return database.get(byName, pacticipant, number);
}

const ofPacticipant = `${selectVersions} WHERE v.pacticipant_id = ? AND v.number = ?`;

/** The same by the pacticipant's id. */
export function findVersionOf(
  database: Database,
  pacticipantId: number,
  number: string,
): Version | undefined {
  return database.get(ofPacticipant, pacticipantId, number);
}

export function findVersionById(database: Database, id: number): Version | undefined {
  return database.get(`${selectVersions} WHERE v.id = ?`, id);
}

/** The version created last. */
export function latestVersion(database: Database, pacticipantId: number): Version | undefined {
  return database.get(
    `${selectVersions} WHERE v.pacticipant_id = ? ORDER BY v.id DESC LIMIT 1`,
    pacticipantId,
  );
}

/** The number of the version created last of each pacticipant; one without any has no entry. */
export function latestVersionNumbers(
  database: Database,
  pacticipantIds: readonly number[],
): ReadonlyMap<number, string> {
  const rows = database.all<{ readonly id: number; readonly number: string }>(
    `SELECT v.pacticipant_id AS id, v.number FROM json_each(?) pacticipant CROSS JOIN versions v ON v.id = (
       SELECT id FROM versions WHERE pacticipant_id = pacticipant.value ORDER BY id DESC LIMIT 1)`,
    JSON.stringify(pacticipantIds),
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** The last created of the versions that have the tag. */
export function latestVersionWithTag(
  database: Database,
  pacticipantId: number,
  tag: string,
): Version | undefined {
  return database.get(
    `${selectVersions} JOIN tag_heads t ON t.version_id = v.id WHERE t.pacticipant_id = ? AND t.name = ?`,
    pacticipantId,
    tag,
  );
}

/** The version most recently added to the branch: its head. */
export function branchHead(database: Database, pacticipantId: number, branch: string): Version | undefined {
  return database.get(
    `${selectVersions} JOIN branches b ON b.head_version_id = v.id WHERE b.pacticipant_id = ? AND b.name = ?`,
    pacticipantId,
    branch,
  );
}

/**
 * @returns its id
 * @throws ValidationError for a number that no URL can have
 */
export function createVersion(
  database: Database,
  pacticipantId: number,
  number: string,
  now: string,
): number {
  checkAddressable('version', number);
  return database.insert(
    'INSERT INTO versions (pacticipant_id, number, created_at, updated_at) VALUES (?, ?, ?, ?)',
    pacticipantId,
    number,
    now,
    now,
  );
}

/** Sets the build's URL; null clears it. */
export function setBuildUrl(database: Database, id: number, buildUrl: string | null, now: string): void {
  database.run('UPDATE versions SET build_url = ?, updated_at = ? WHERE id = ?', buildUrl, now, id);
}

/** The same where it is another URL; a version of which nothing changes has not been updated. */
export function changeBuildUrl(database: Database, id: number, buildUrl: string | null, now: string): void {
  database.run(
    'UPDATE versions SET build_url = ?1, updated_at = ?2 WHERE id = ?3 AND build_url IS NOT ?1',
    buildUrl,
    now,
    id,
  );
}

/** Removes a version with its pacts, results and tags; branches it was the head of get their last remaining version as head. */
export function deleteVersion(database: Database, id: number): void {
  const heads = database.all<{ id: number }>('SELECT id FROM branches WHERE head_version_id = ?', id);
  database.run('DELETE FROM versions WHERE id = ?', id);
  for (const branch of heads) {
    database.run(
      'UPDATE branches SET head_version_id = (SELECT max(version_id) FROM branch_versions WHERE branch_id = ?) WHERE id = ?',
      branch.id,
      branch.id,
    );
  }
}
