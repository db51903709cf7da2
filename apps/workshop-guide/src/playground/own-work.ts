import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from '../files/write-whole.ts';
import type { Files } from './learner-files.ts';

const laidOut = z.record(z.string(), z.string());

/** Remembers what was laid out. */
export function rememberLaidOut(file: string, files: Files): void {
  const hashes = Object.fromEntries([...files].map(([path, content]) => [path, hashOf(content)]));
  writeWhole(file, `${JSON.stringify(hashes, null, 2)}\n`);
}

/**
 * The files that the learner changed or created since the playground was laid out. Where that is not known, all of them:
 * rather one copy too many than one too few.
 */
export function ownWork(file: string, present: Files): string[] {
  const known = readLaidOut(file);
  return [...present].filter(([path, content]) => known.get(path) !== hashOf(content)).map(([path]) => path);
}

function readLaidOut(file: string): ReadonlyMap<string, string> {
  try {
    return new Map(Object.entries(laidOut.parse(JSON.parse(readFileSync(file, 'utf8')))));
  } catch {
    return new Map();
  }
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
