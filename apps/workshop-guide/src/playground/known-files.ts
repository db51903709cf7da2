import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeAtomically } from '../files/write-atomically.ts';
import type { Files } from './learner-files.ts';

const hashesByPath = z.record(
  z.string(),
  z.union([z.array(z.string()), z.string().transform((hash) => [hash])]),
);

/**
 * The contents of files that are not the learner's unsaved work: contents that were laid out or are in a backup
 * already. Their hashes are kept in a file, so that they are known after an interrupted layout as well.
 */
export class KnownFiles {
  private readonly hashes = new Map<string, Set<string>>();

  /** Reads the hashes from these files; a missing or damaged file counts as empty. */
  static read(...files: readonly string[]): KnownFiles {
    const known = new KnownFiles();
    for (const file of files)
      for (const [path, hashes] of Object.entries(readHashes(file)))
        for (const hash of hashes) known.addHash(path, hash);
    return known;
  }

  add(files: Files): this {
    for (const [path, content] of files) this.addHash(path, hashOf(content));
    return this;
  }

  /**
   * The files that the learner changed or created. Without known contents these are all files: an unnecessary backup is
   * better than a missing one.
   */
  ownWork(present: Files): string[] {
    return [...present]
      .filter(([path, content]) => !this.hashes.get(path)?.has(hashOf(content)))
      .map(([path]) => path);
  }

  write(file: string): void {
    const hashes = Object.fromEntries([...this.hashes].map(([path, all]) => [path, [...all]]));
    writeAtomically(file, `${JSON.stringify(hashes, null, 2)}\n`);
  }

  private addHash(path: string, hash: string): void {
    const hashes = this.hashes.get(path) ?? new Set();
    this.hashes.set(path, hashes.add(hash));
  }
}

function readHashes(file: string): z.infer<typeof hashesByPath> {
  try {
    return hashesByPath.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
