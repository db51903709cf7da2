/**
 * Some of many, the same ones for the same seed.
 *
 * @param all - in any order; it is not changed
 * @param size - how many; all where there are not more
 * @param seed - any whole number
 */
export function sample<T>(all: readonly T[], size: number, seed: number): readonly T[] {
  const random = mulberry32(seed);
  return all
    .map((value) => ({ value, at: random() }))
    .sort((one, other) => one.at - other.at)
    .slice(0, size)
    .map(({ value }) => value);
}

/** The generator "mulberry32": numbers from 0 to 1 that follow from the seed alone. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
