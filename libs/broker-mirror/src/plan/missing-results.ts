import type { VerificationResult } from '../inventory/index.ts';

type Outcome = Pick<VerificationResult, 'providerVersion' | 'success'>;

export interface MissingResults<T extends Outcome> {
  /** To be carried, oldest first. */
  readonly missing: readonly T[];
  /** Older than a result of the same provider version that the target has already: the older must not win. */
  readonly overtaken: readonly T[];
}

/**
 * Which results of a content the target lacks. A result has no id that two brokers share, so results are counted: the
 * first "success of version 7" there is the first one here. Carrying goes in order, so that what the target has is
 * the beginning of what the source has, unless somebody else published there too.
 * @param source results of one content, oldest first
 * @param target results of the same content there
 */
export function missingResults<T extends Outcome>(
  source: readonly T[],
  target: readonly Outcome[],
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
  const { missing = [], overtaken = [] } = Object.groupBy(unmatched, ({ result, position }) =>
    (lastMatched.get(result.providerVersion) ?? -1) > position ? 'overtaken' : 'missing',
  );
  return { missing: missing.map(({ result }) => result), overtaken: overtaken.map(({ result }) => result) };
}

/** What two results have in common that count as the same. */
export function keyOf({ providerVersion, success }: Outcome): string {
  return JSON.stringify([providerVersion, success]);
}
