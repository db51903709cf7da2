import type { Database } from '../database/index.ts';
import { checkAddressable, limitOf, type Page } from '../http/index.ts';

export interface Branch {
  readonly id: number;
  readonly pacticipantName: string;
  readonly name: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** That a version belongs to a branch. */
export interface BranchVersion {
  readonly createdAt: string;
  readonly updatedAt: string;
}

const columns =
  'b.id, p.name AS pacticipantName, b.name, b.created_at AS createdAt, b.updated_at AS updatedAt';
const select = `SELECT ${columns}
  FROM branches b JOIN pacticipants p ON p.id = b.pacticipant_id`;

export function findBranch(database: Database, pacticipant: string, name: string): Branch | undefined {
  return database.get(`${select} WHERE p.name = ? AND b.name = ?`, pacticipant, name);
}

/** Branches whose name contains `like`, the one updated last first. */
export function listBranches(database: Database, pacticipantId: number, like: string, page: Page): Branch[] {
  const { limit, offset } = limitOf(page);
  return database.all(
    `SELECT ${columns} FROM branches b INDEXED BY branches_by_update CROSS JOIN pacticipants p ON p.id = b.pacticipant_id
     WHERE b.pacticipant_id = ? AND instr(lower(b.name), lower(?)) > 0
     ORDER BY b.updated_at DESC, b.id DESC LIMIT ? OFFSET ?`,
    pacticipantId,
    like,
    limit,
    offset,
  );
}

/** All branches of a pacticipant, the one updated last at the end. */
export function allBranches(
  database: Database,
  pacticipantId: number,
): { readonly id: number; readonly name: string }[] {
  return database.all(
    'SELECT id, name FROM branches WHERE pacticipant_id = ? ORDER BY updated_at, id',
    pacticipantId,
  );
}

export function countBranches(database: Database, pacticipantId: number, like: string): number {
  const named = like === '' ? '? IS NOT NULL' : 'instr(lower(name), lower(?)) > 0';
  return (
    database.get<{ count: number }>(
      `SELECT count(*) AS count FROM branches WHERE pacticipant_id = ? AND ${named}`,
      pacticipantId,
      like,
    )?.count ?? 0
  );
}

export function findBranchVersion(
  database: Database,
  branchId: number,
  versionId: number,
): BranchVersion | undefined {
  return database.get(
    'SELECT created_at AS createdAt, updated_at AS updatedAt FROM branch_versions WHERE branch_id = ? AND version_id = ?',
    branchId,
    versionId,
  );
}

/** A branch that a version belongs to; `latest` where the version is its head. */
export interface BranchOfVersion {
  readonly name: string;
  readonly latest: boolean;
}

export function isOnAnyBranch(database: Database, versionId: number): boolean {
  return database.get('SELECT 1 FROM branch_versions WHERE version_id = ? LIMIT 1', versionId) !== undefined;
}

/** The branches a version belongs to, oldest membership first. */
export function branchesOfVersion(database: Database, versionId: number): BranchOfVersion[] {
  return branchesOfVersions(database, [versionId]).get(versionId) ?? [];
}

/** The same for many versions; one that is on no branch has no entry. */
export function branchesOfVersions(
  database: Database,
  versionIds: readonly number[],
): Map<number, BranchOfVersion[]> {
  const rows = database.all<{ versionId: number; name: string; latest: number }>(
    `SELECT bv.version_id AS versionId, b.name, ifnull(b.head_version_id = bv.version_id, 0) AS latest
     FROM branch_versions bv JOIN branches b ON b.id = bv.branch_id
     WHERE bv.version_id IN (SELECT value FROM json_each(?)) ORDER BY bv.rowid`,
    JSON.stringify(versionIds),
  );
  const byVersion = Map.groupBy(rows, ({ versionId }) => versionId);
  const branch = ({ name, latest }: (typeof rows)[0]) => ({ name, latest: latest === 1 });
  return new Map([...byVersion].map(([versionId, group]) => [versionId, group.map(branch)]));
}

/**
 * @returns the id of a branch, which is made first when missing
 * @throws ValidationError for a name that no URL can have
 */
export function findOrCreateBranchId(
  database: Database,
  pacticipantId: number,
  name: string,
  now: string,
): number {
  checkAddressable('branch', name);
  const known = database.get<{ id: number }>(
    'SELECT id FROM branches WHERE pacticipant_id = ? AND name = ?',
    pacticipantId,
    name,
  );
  if (known) return known.id;
  return database.insert(
    'INSERT INTO branches (pacticipant_id, name, created_at, updated_at) VALUES (?, ?, ?, ?)',
    pacticipantId,
    name,
    now,
    now,
  );
}

/** Notes that a branch was updated, where that was noted last before a time. */
export function touchBranch(database: Database, id: number, before: string, now: string): void {
  database.run('UPDATE branches SET updated_at = ? WHERE id = ? AND updated_at < ?', now, id, before);
}

export function insertBranchVersion(
  database: Database,
  branchId: number,
  versionId: number,
  { autoCreated }: { readonly autoCreated: boolean },
  now: string,
): void {
  database.run(
    'INSERT INTO branch_versions (branch_id, version_id, auto_created, created_at, updated_at) VALUES (?, ?, ?, ?, ?)',
    branchId,
    versionId,
    autoCreated,
    now,
    now,
  );
}

export function setHead(database: Database, branchId: number, versionId: number): void {
  database.run('UPDATE branches SET head_version_id = ? WHERE id = ?', versionId, branchId);
}

/** Takes a version off a branch; the head becomes the last created of those that remain. */
export function removeFromBranch(database: Database, branchId: number, versionId: number): void {
  database.run('DELETE FROM branch_versions WHERE branch_id = ? AND version_id = ?', branchId, versionId);
  database.run(
    `UPDATE branches SET head_version_id = (SELECT max(version_id) FROM branch_versions WHERE branch_id = ?)
     WHERE id = ? AND head_version_id = ?`,
    branchId,
    branchId,
    versionId,
  );
}

/** Removes a branch; its versions stay. */
export function deleteBranch(database: Database, id: number): void {
  database.run('DELETE FROM branches WHERE id = ?', id);
}
