import type { MirroredResult } from '../inventory/index.ts';

/** Results with the same values count as equal. */
type ResultIdentity = Pick<MirroredResult, 'providerVersion' | 'success'>;

export interface MissingResults<T extends ResultIdentity> {
  /** Results to copy, oldest first. */
  readonly missing: readonly T[];
  /** Results that are older than the target's result of the same provider version, which must stay the latest. */
  readonly outdated: readonly T[];
}

/**
 * Which results of a content the target lacks. Brokers share no ids of results, so results are counted: the target's
 * first "success of version 7" is the source's first one. Results are copied in their order, so that the target has the
 * beginning of the source's results, unless somebody else published there as well.
 * @param source results of one content at the source, oldest first
 * @param target results of the same content at the target
 */
export function missingResults<T extends ResultIdentity>(
  source: readonly T[],
  target: readonly ResultIdentity[],
): MissingResults<T> {
  const present = new Map<string, number>();
  for (const result of target) present.set(keyOf(result), (present.get(keyOf(result)) ?? 0) + 1);
  const unmatched: { readonly result: T; readonly position: number }[] = [];
  const lastMatched = new Map<string, number>();
  source.forEach((result, position) => {
    const left = present.get(keyOf(result)) ?? 0;
    present.set(keyOf(result), left - 1);
    if (left > 0) lastMatched.set(result.providerVersion, position);
    else unmatched.push({ result, position });
  });
  const { missing = [], outdated = [] } = Object.groupBy(unmatched, ({ result, position }) =>
    (lastMatched.get(result.providerVersion) ?? -1) > position ? 'outdated' : 'missing',
  );
  return { missing: missing.map(({ result }) => result), outdated: outdated.map(({ result }) => result) };
}

/** A key that equal results have in common. */
export function keyOf({ providerVersion, success }: ResultIdentity): string {
  return JSON.stringify([providerVersion, success]);
}
