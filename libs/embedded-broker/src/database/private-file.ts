import { closeSync, existsSync, openSync } from 'node:fs';

/**
 * Creates a file that its owner alone may read and write, where it is not there yet: a database holds the secrets of
 * webhooks. What SQLite puts beside it gets the same mode. A file that is there keeps the mode that somebody gave it.
 */
export function createPrivateFile(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
}
