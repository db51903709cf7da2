import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ExpectedError } from '../expected-error.ts';
import { busyTimeoutMs, Database } from './database.ts';
import { migrate } from './migrate.ts';
import { createPrivateFile } from './private-file.ts';

/**
 * Opens a broker's database, creates it if missing, and brings its schema up to date.
 * WAL lets readers go on while one writes; FULL makes a commit survive a loss of power.
 * @param path file path, or `:memory:`
 * @throws ExpectedError that names the file when it can't be opened or belongs to a newer version
 */
export function openDatabase(path: string): Database {
  try {
    if (path !== ':memory:') {
      mkdirSync(dirname(path), { recursive: true });
      createPrivateFile(path);
    }
    const connection = new DatabaseSync(path, { enableForeignKeyConstraints: true });
    // A statement, since Node 22.13 does not know the option `timeout`. The first, so that the others wait as well.
    connection.exec(
      `PRAGMA busy_timeout = ${busyTimeoutMs}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;`,
    );
    const database = new Database(connection, path);
    migrate(database);
    return database;
  } catch (error) {
    const { message } = error as Error;
    throw new ExpectedError(`Can't open the broker's database ${path}: ${message}`, { cause: error });
  }
}
