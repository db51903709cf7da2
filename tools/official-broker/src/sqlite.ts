import { join } from 'node:path';
import { temporaryFolder, type Database } from './database.ts';

/** A file that the broker makes a database of. */
export async function sqliteFile(): Promise<Database> {
  const folder = await temporaryFolder();
  return {
    settings: { PACT_BROKER_DATABASE_URL: `sqlite:///${join(folder.path, 'broker.sqlite3')}` },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}
