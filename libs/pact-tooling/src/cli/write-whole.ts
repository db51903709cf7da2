import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PactToolingError } from '@pact-workshop/broker-client';

/**
 * Writes a file completely or not at all, and creates its folders.
 * @throws PactToolingError with the path
 */
export function writeWhole(path: string, content: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    replaceFile(path, content);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new PactToolingError(`Can't write ${path}: ${reason}.`, { cause: error });
  }
}

function replaceFile(path: string, content: string): void {
  const beside = `${path}.${process.pid}`;
  try {
    writeFileSync(beside, content);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
