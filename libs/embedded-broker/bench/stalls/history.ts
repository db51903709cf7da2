import { openDatabase } from '../../src/database/index.ts';
import { afterAxis, beforeAxis, ids } from '../growth/base.ts';
import { publications, versions } from '../growth/fill.ts';
import { writeLargeContents } from './large-contents.ts';

/** How many versions one consumer has. */
const manyVersions = 50_000;

/** What a clean keeps, so that it deletes versions whose contents are theirs alone. */
export const keptByClean = JSON.stringify([{ pacticipant: 'Con' }]);

/**
 * Writes a database in which one consumer has 50,000 versions, and many others have large contents.
 * @param megabytes of contents
 */
export function writeHistory(path: string, megabytes: number): void {
  const database = openDatabase(path);
  database.transaction(() => {
    beforeAxis(database);
    versions(database, manyVersions, ids.consumer, ids.consumerMain);
    publications(database, manyVersions, ids.oldContent);
    writeLargeContents(database, megabytes);
    afterAxis(database);
  });
  database.close();
}
