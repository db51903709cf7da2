import type { Stay } from '../../environments/index.ts';

/** A pacticipant's versions in two environments. */
export interface Difference {
  readonly pacticipant: string;
  readonly left: readonly Stay[];
  readonly right: readonly Stay[];
  readonly kind: 'same' | 'different' | 'only left' | 'only right';
}

/** What two environments have of each pacticipant, by name. The same versions are the same, on however many instances. */
export function comparison(left: readonly Stay[], right: readonly Stay[]): Difference[] {
  const ofLeft = Map.groupBy(left, ({ pacticipant }) => pacticipant);
  const ofRight = Map.groupBy(right, ({ pacticipant }) => pacticipant);
  const names = [...new Set([...ofLeft.keys(), ...ofRight.keys()])].toSorted();
  return names.map((pacticipant) => {
    const here = oncePerVersion(ofLeft.get(pacticipant) ?? []);
    const there = oncePerVersion(ofRight.get(pacticipant) ?? []);
    return { pacticipant, left: here, right: there, kind: kindOf(here, there) };
  });
}

function kindOf(left: readonly Stay[], right: readonly Stay[]): Difference['kind'] {
  if (right.length === 0) return 'only left';
  if (left.length === 0) return 'only right';
  const ids = new Set(left.map(({ versionId }) => versionId));
  return left.length === right.length && right.every(({ versionId }) => ids.has(versionId))
    ? 'same'
    : 'different';
}

function oncePerVersion(stays: readonly Stay[]): Stay[] {
  return [...new Map(stays.map((stay) => [stay.versionId, stay])).values()];
}
