import { offThread, type ThreadJob } from '../threads/index.ts';
import { isSmall, type ContentsToCompare } from './compare-contents.ts';

/** How long comparing two contents may take, in milliseconds. */
export const longestComparisonMs = 2_000;

/**
 * Compares two contents: small ones that differ little at once, all others on a thread, as they would hold up the other
 * requests.
 * @param atOnce compares them here; undefined where that takes too long
 * @param job does the same on a thread
 * @returns undefined when it took too long there, too
 */
export async function compareInTime(
  contents: ContentsToCompare,
  atOnce: () => string | undefined,
  job: ThreadJob,
): Promise<string | undefined> {
  const quick = isSmall(contents) ? atOnce() : undefined;
  return quick ?? (await offThread(job, longestComparisonMs));
}
