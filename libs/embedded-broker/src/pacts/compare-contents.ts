import { contentDiff } from './content-diff.ts';
import { parseTree } from './json-tree.ts';

/** Two contents, as they are stored. */
export interface ContentsToCompare {
  readonly before: string;
  readonly after: string;
}

/** How long work may take, in milliseconds, that all other requests wait for. */
export const mostAtOnceMs = 50;
/** How many characters of JSON are read and compared in that time, except for finding the lines that differ. */
const mostAtOnce = 50_000;

/** Whether contents are so small that only finding the lines that differ can take long. */
export function isSmall({ before, after }: ContentsToCompare): boolean {
  return before.length + after.length <= mostAtOnce;
}

/**
 * What changed between two contents.
 * @param timeoutMs how long comparing the lines may take
 * @returns undefined when that took too long
 */
export function comparedContents(
  { before, after }: ContentsToCompare,
  timeoutMs = Infinity,
): string | undefined {
  return contentDiff(parseTree(before), parseTree(after), { timeoutMs });
}
