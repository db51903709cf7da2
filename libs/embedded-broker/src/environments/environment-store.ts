import { randomUUID } from 'node:crypto';
import type { Database } from '../database/index.ts';

/** Somewhere versions run, or are released to: test, production, an app store. */
export interface Environment {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly displayName: string;
  readonly production: boolean;
  readonly contacts: readonly object[] | undefined;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type EnvironmentInput = Pick<Environment, 'name' | 'displayName' | 'production' | 'contacts'>;

interface Row extends Omit<Environment, 'production' | 'contacts'> {
  readonly production: number;
  readonly contacts: string | null;
}

const select = `SELECT id, uuid, name, display_name AS displayName, production, contacts,
  created_at AS createdAt, updated_at AS updatedAt FROM environments`;

export function findEnvironment(database: Database, uuid: string): Environment | undefined {
  return fromRow(database.get<Row>(`${select} WHERE uuid = ?`, uuid));
}

const byName = `${select} WHERE name = ?`;

export function findEnvironmentByName(database: Database, name: string): Environment | undefined {
  return fromRow(database.get<Row>(byName, name));
}

const inOrder = `${select} ORDER BY lower(display_name), name`;

/** Environments by display name. */
export function listEnvironments(database: Database): Environment[] {
  return database.all<Row>(inOrder).map((row) => fromRow(row) as Environment);
}

/** Whether there ever was an environment or a pacticipant, also one that is deleted. */
export function wasEverUsed(database: Database): boolean {
  return (
    database.get(
      "SELECT 1 FROM sqlite_sequence WHERE name IN ('environments', 'pacticipants') AND seq > 0",
    ) !== undefined
  );
}

export function createEnvironment(database: Database, input: EnvironmentInput, now: string): Environment {
  const uuid = randomUUID();
  database.run(
    `INSERT INTO environments (uuid, name, display_name, production, contacts, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    uuid,
    input.name,
    input.displayName,
    input.production,
    input.contacts && JSON.stringify(input.contacts),
    now,
    now,
  );
  return findEnvironment(database, uuid) as Environment;
}

export function replaceEnvironment(
  database: Database,
  id: number,
  input: EnvironmentInput,
  now: string,
): void {
  database.run(
    'UPDATE environments SET name = ?, display_name = ?, production = ?, contacts = ?, updated_at = ? WHERE id = ?',
    input.name,
    input.displayName,
    input.production,
    input.contacts && JSON.stringify(input.contacts),
    now,
    id,
  );
}

/** Removes an environment and what was recorded as deployed or released to it. */
export function deleteEnvironment(database: Database, id: number): void {
  database.run('DELETE FROM environments WHERE id = ?', id);
}

// Spelled out: a copy of a whole row takes longer than its statement.
function fromRow(row: Row | undefined): Environment | undefined {
  return (
    row && {
      id: row.id,
      uuid: row.uuid,
      name: row.name,
      displayName: row.displayName,
      production: row.production === 1,
      contacts: row.contacts === null ? undefined : (JSON.parse(row.contacts) as object[]),
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
    }
  );
}
