import type { Database } from '../database/index.ts';
import { probe } from './store.ts';

/** Whether the database answers; if not, why. */
export type DatabaseStatus =
  { readonly ok: true } | { readonly ok: false; readonly error: { readonly message: string } };

/** Tries to read the database. */
export function databaseStatus(database: Database): DatabaseStatus {
  try {
    probe(database);
    return { ok: true };
  } catch (error) {
    const { name, message } = error as Error;
    return { ok: false, error: { message: `${name} - ${message}` } };
  }
}
