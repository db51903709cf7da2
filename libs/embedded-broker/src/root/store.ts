import type { Database } from '../database/index.ts';

/**
 * Reads what every database has: the version of its schema.
 * @throws Error when the database does not answer
 */
export function probe(database: Database): void {
  database.get('SELECT max(version) FROM schema_migrations');
}
