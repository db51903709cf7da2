/** A pact, and the version that it is of. */
export interface Head {
  readonly id: number;
  readonly versionId: number;
}

/** Some of the branches or tags that pacts are looked for under, by their last version, the newest first. */
export interface Batch {
  /** The last version of the first of them: no pact under this or a later one is newer. */
  readonly newest: number;
  /** Looks for the pacts. */
  heads(): readonly Head[];
}

/**
 * Looks for pacts under one branch or tag after another, until so many are newer than all that might still come: there may
 * be thousands, and a page shows few.
 * @param known pacts that count in any case
 * @param batchAt undefined after the last one
 * @returns ids: all of the newest `wanted`, and some more
 */
export function newestHeads(
  known: readonly Head[],
  wanted: number,
  batchAt: (index: number) => Batch | undefined,
): number[] {
  const found = new Map<number, number>();
  const add = (heads: readonly Head[]) => {
    for (const { id, versionId } of heads) found.set(id, versionId);
  };
  const newerThan = (version: number) =>
    [...found.values()].filter((versionId) => versionId > version).length;
  add(known);
  for (let index = 0; ; index++) {
    const batch = batchAt(index);
    if (!batch || (found.size >= wanted && newerThan(batch.newest) >= wanted)) return [...found.keys()];
    add(batch.heads());
  }
}
