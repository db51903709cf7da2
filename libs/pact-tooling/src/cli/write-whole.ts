import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PactToolingError } from '../errors.ts';

/**
 * Writes a file whole or not at all, and the folders that it is in.
 * @throws PactToolingError naming the file
 */
export function writeWhole(path: string, content: string): void {
  const beside = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new PactToolingError(
      `Can't write ${path}: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`,
      {
        cause: error,
      },
    );
  }
}
