import type { Database } from '../database/index.ts';
import { createEnvironment, wasEverUsed } from './environment-store.ts';

const first = [
  { name: 'test', displayName: 'Test', production: false, contacts: undefined },
  { name: 'production', displayName: 'Production', production: true, contacts: undefined },
];

/** Gives a database that was never used the environments `test` and `production`, as the official broker does. */
export function seedEnvironments(database: Database, now: string): void {
  database.transaction(() => {
    if (wasEverUsed(database)) return;
    for (const environment of first) createEnvironment(database, environment, now);
  });
}
