import type { Database } from '../database/index.ts';
import { checkAddressable, limitOf, type Page } from '../http/index.ts';

/** An application that takes part in contracts, as consumer, provider or both. */
export interface Pacticipant {
  readonly id: number;
  readonly name: string;
  readonly displayName: string | null;
  readonly repositoryUrl: string | null;
  readonly repositoryName: string | null;
  readonly repositoryNamespace: string | null;
  readonly mainBranch: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What a client may say of a pacticipant besides its name. */
export type PacticipantDetails = Pick<
  Pacticipant,
  'displayName' | 'repositoryUrl' | 'repositoryName' | 'repositoryNamespace' | 'mainBranch'
>;

const columns = `id, name, display_name AS displayName, repository_url AS repositoryUrl, repository_name AS repositoryName,
  repository_namespace AS repositoryNamespace, main_branch AS mainBranch, created_at AS createdAt, updated_at AS updatedAt`;

const byName = `SELECT ${columns} FROM pacticipants WHERE name = ?`;

export function findPacticipant(database: Database, name: string): Pacticipant | undefined {
  return database.get(byName, name);
}

const byNames = `SELECT ${columns} FROM pacticipants WHERE name IN (SELECT value FROM json_each(?))`;

/** Those of the pacticipants that there are. */
export function findPacticipants(database: Database, names: readonly string[]): Pacticipant[] {
  return database.all(byNames, JSON.stringify(names));
}

/** The names of all pacticipants, sorted. */
export function pacticipantNames(database: Database): string[] {
  return database
    .all<{ name: string }>('SELECT name FROM pacticipants ORDER BY name')
    .map(({ name }) => name);
}

/** Pacticipants by name; with `like`, only those whose name contains it, in any case. */
export function listPacticipants(database: Database, like = '', page?: Page): Pacticipant[] {
  const { limit, offset } = limitOf(page);
  return database.all(
    `SELECT ${columns} FROM pacticipants WHERE instr(lower(name), lower(?)) > 0 ORDER BY lower(name), name LIMIT ? OFFSET ?`,
    like,
    limit,
    offset,
  );
}

export function countPacticipants(database: Database, like = ''): number {
  return (
    database.get<{ count: number }>(
      `SELECT count(*) AS count FROM pacticipants WHERE ${like === '' ? '? IS NOT NULL' : 'instr(lower(name), lower(?)) > 0'}`,
      like,
    )?.count ?? 0
  );
}

/** The pacticipants that have a label, by name; with `like`, only those whose name contains it, in any case. */
export function pacticipantsWithLabel(
  database: Database,
  label: string,
  like = '',
  page?: Page,
): Pacticipant[] {
  const { limit, offset } = limitOf(page);
  return database.all(
    `SELECT ${columns} FROM pacticipants WHERE id IN (SELECT pacticipant_id FROM labels WHERE name = ?)
       AND instr(lower(name), lower(?)) > 0 ORDER BY lower(name), name LIMIT ? OFFSET ?`,
    label,
    like,
    limit,
    offset,
  );
}

export function countPacticipantsWithLabel(database: Database, label: string, like = ''): number {
  return (
    database.get<{ count: number }>(
      `SELECT count(*) AS count FROM pacticipants WHERE id IN (SELECT pacticipant_id FROM labels WHERE name = ?)
         AND instr(lower(name), lower(?)) > 0`,
      label,
      like,
    )?.count ?? 0
  );
}

/** @throws ValidationError for a name that no URL can have */
export function createPacticipant(
  database: Database,
  name: string,
  details: PacticipantDetails,
  now: string,
): Pacticipant {
  checkAddressable('pacticipant', name);
  database.run(
    `INSERT INTO pacticipants (name, display_name, repository_url, repository_name, repository_namespace, main_branch, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    name,
    details.displayName,
    details.repositoryUrl,
    details.repositoryName,
    details.repositoryNamespace,
    details.mainBranch,
    now,
    now,
  );
  return findPacticipant(database, name) as Pacticipant;
}

export function updatePacticipant(
  database: Database,
  id: number,
  details: PacticipantDetails,
  now: string,
): void {
  database.run(
    `UPDATE pacticipants SET display_name = ?, repository_url = ?, repository_name = ?, repository_namespace = ?,
       main_branch = ?, updated_at = ? WHERE id = ?`,
    details.displayName,
    details.repositoryUrl,
    details.repositoryName,
    details.repositoryNamespace,
    details.mainBranch,
    now,
    id,
  );
}

/** Names the main branch of a pacticipant that has none. */
export function setMainBranchIfUnset(database: Database, id: number, branch: string, now: string): void {
  database.run(
    'UPDATE pacticipants SET main_branch = ?, updated_at = ? WHERE id = ? AND main_branch IS NULL',
    branch,
    now,
    id,
  );
}

/** Removes a pacticipant with its versions, pacts and results. */
export function deletePacticipant(database: Database, id: number): void {
  database.run('DELETE FROM pacticipants WHERE id = ?', id);
}
