import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file so that a reader, or a learner after a power cut, finds either the old content or the new one, whole.
 * Missing folders are created.
 * @param options `flush: false` for what can be made again after a power cut; many files are written faster so
 */
export function writeWhole(path: string, content: string | Uint8Array, { flush = true } = {}): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content, { flush });
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
