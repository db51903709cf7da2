import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Verdict } from './outcome.ts';

export interface Result {
  readonly verdict: Verdict;
  readonly seconds: number;
}

/**
 * What earlier runs found out, so that a run that was stopped goes on where it was. A result counts for as long as the
 * fault, its file and its tests are the same, letter by letter.
 */
export interface Results {
  of(key: string): Result | undefined;
  add(key: string, result: Result): Promise<void>;
}

/**
 * Reads the results of earlier runs.
 *
 * @param file - one JSON object a line; made with the first result. A last line that was cut off is left out.
 */
export async function readResults(file: string): Promise<Results> {
  const known = new Map<string, Result>();
  for (const line of (await readFile(file, 'utf8').catch(() => '')).split('\n')) {
    try {
      const { key, verdict, seconds } = JSON.parse(line) as Result & { key: string };
      known.set(key, { verdict, seconds });
    } catch {
      // The run was stopped while it wrote this line.
    }
  }
  await mkdir(dirname(file), { recursive: true });
  return {
    of: (key) => known.get(key),
    async add(key, result) {
      known.set(key, result);
      await appendFile(file, `${JSON.stringify({ key, ...result })}\n`);
    },
  };
}

/** What a result stands for: the texts of the file with its fault and of all its tests. */
export function keyOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex').slice(0, 32);
}
