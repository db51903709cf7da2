import * as fc from 'fast-check';

/**
 * Some of many, the same ones for the same seed.
 *
 * @param all - in any order; it is not changed
 * @param size - how many; all where there are not more
 * @param seed - any whole number
 */
export function sample<T>(all: readonly T[], size: number, seed: number): readonly T[] {
  const length = Math.min(size, all.length);
  const drawn = fc.shuffledSubarray([...all], { minLength: length, maxLength: length });
  return fc.sample(drawn, { seed, numRuns: 1 })[0]!;
}
