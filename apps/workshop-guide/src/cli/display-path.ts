import { relative } from 'node:path';

/** A path as the learner would type it: relative to the current folder where it lies within. */
export function displayPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith('..') ? path : fromHere || '.';
}
