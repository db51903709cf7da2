import type { Database } from '../database/index.ts';

/** Whether the database answers; if not, why. */
export type DatabaseStatus =
  { readonly ok: true } | { readonly ok: false; readonly error: { readonly message: string } };

/** Asks the database for its schema's version, which every one has. */
export function databaseStatus(database: Database): DatabaseStatus {
  try {
    database.get('SELECT max(version) FROM schema_migrations');
    return { ok: true };
  } catch (error) {
    const { name, message } = error as Error;
    return { ok: false, error: { message: `${name} - ${message}` } };
  }
}
