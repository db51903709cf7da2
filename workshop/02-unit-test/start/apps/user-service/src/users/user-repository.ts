import { DatabaseSync } from 'node:sqlite';
import { sampleUsers } from './sample-users.ts';
import type { User } from './user.ts';

/** The users, wherever they are kept. */
export interface UserRepository {
  /** All users, by ascending id. */
  findAll(): User[];
  /** The user with that id, or undefined. */
  findById(id: number): User | undefined;
  /** Makes these the only users there are. */
  replaceAll(users: readonly User[]): void;
  close(): void;
}

const columns = 'first_name AS firstName, last_name AS lastName, username, type, id';

/**
 * Opens the users' SQLite database; a new one starts with the sample users.
 * @param path file path, or `:memory:`
 */
export function openUserRepository(path: string): UserRepository {
  const database = new DatabaseSync(path);
  const isNew = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'users'`).get() === undefined;
  database.exec(`
    PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS users (
      id INTEGER PRIMARY KEY,
      first_name TEXT NOT NULL,
      last_name TEXT NOT NULL,
      username TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL CHECK (type IN ('admin', 'user', 'guest'))
    ) STRICT`);
  const all = database.prepare(`SELECT ${columns} FROM users ORDER BY id`);
  const byId = database.prepare(`SELECT ${columns} FROM users WHERE id = ?`);
  const insert = database.prepare(
    'INSERT INTO users (first_name, last_name, username, type, id) VALUES (?, ?, ?, ?, ?)',
  );
  const repository: UserRepository = {
    findAll: () => all.all().map(toUser),
    findById: (id) => {
      const row = byId.get(id);
      return row && toUser(row);
    },
    replaceAll(users) {
      database.exec('BEGIN IMMEDIATE');
      try {
        database.exec('DELETE FROM users');
        for (const user of users) {
          insert.run(user.firstName, user.lastName, user.username, user.type, user.id);
        }
        database.exec('COMMIT');
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => database.close(),
  };
  if (isNew) repository.replaceAll(sampleUsers);
  return repository;
}

function toUser(row: Record<string, unknown>): User {
  return { ...row } as unknown as User;
}
