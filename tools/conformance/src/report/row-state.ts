import type { ComparedDifference } from '../accepted-differences/accepted-difference.ts';
import { judge, reasonsFor, type Outcome } from '../compare/judge.ts';

/** How a row compares. */
export interface RowState {
  readonly kind: 'same' | 'accepted' | 'missing' | 'differs' | 'not asked';
  /** How many steps were asked about it. */
  readonly steps: number;
  /** The accepted differences that are seen in it. */
  readonly reasons: readonly ComparedDifference[];
}

/** Sums up the outcomes of one row's steps. */
export function rowState(
  row: string,
  outcomes: readonly Outcome[],
  accepted: readonly ComparedDifference[],
): RowState {
  const own = outcomes.filter((outcome) => outcome.row === row);
  const reasons = accepted.filter((reason) =>
    own.some((outcome) => reasonsFor(outcome, accepted).includes(reason)),
  );
  const state = (kind: RowState['kind']): RowState => ({ kind, steps: own.length, reasons });
  if (own.length === 0) return state('not asked');
  if (own.some(({ missing }) => missing)) return state('missing');
  if (judge(own, accepted).unlisted.length > 0) return state('differs');
  return state(own.some(({ differences }) => differences.length > 0) ? 'accepted' : 'same');
}
