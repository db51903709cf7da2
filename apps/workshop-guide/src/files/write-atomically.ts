import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file atomically: a reader finds either the old content or the new one, after a power cut as well. Missing
 * folders are created.
 * @param options `flush: false` for files that can be created again after a power cut; this is faster for many files
 */
export function writeAtomically(path: string, content: string | Uint8Array, { flush = true } = {}): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content, { flush });
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
