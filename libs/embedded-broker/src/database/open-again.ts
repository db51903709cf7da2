import { statSync } from 'node:fs';
import { StorageError } from '../storage-error.ts';
import type { Database } from './database.ts';
import { openDatabase } from './open.ts';

/** Which file a path leads to; another one may come in its place. */
export interface FileIdentity {
  readonly dev: number;
  readonly ino: number;
}

/** The file of a database that is open. */
export function fileIdentity(path: string): FileIdentity {
  const { dev, ino } = statSync(path);
  return { dev, ino };
}

/**
 * Opens a database that is open already for another connection to it.
 * @throws StorageError where the path leads to another file since, or to none: what is written there nobody would see
 */
export function openAgain(path: string, file: FileIdentity): Database {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.dev !== file.dev || found.ino !== file.ino) {
    const what = found ? 'is another file than the broker has open' : 'is gone';
    throw new StorageError(
      `${path} ${what}; start the broker again, over the file that is to be used`,
      { status: 503, text: "The broker's database was replaced." },
      undefined,
    );
  }
  return openDatabase(path);
}
