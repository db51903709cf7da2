import { judge, reasonsFor, type OnPurpose, type Outcome } from '../compare/judge.ts';

/** How a row compares. */
export interface RowState {
  readonly kind: 'same' | 'on purpose' | 'missing' | 'differs' | 'not asked';
  /** How many steps were asked about it. */
  readonly steps: number;
  /** What differs on purpose: subjects of docs/broker.md. */
  readonly reasons: readonly OnPurpose[];
}

/** Sums up the outcomes of one row's steps. */
export function rowState(
  row: string,
  outcomes: readonly Outcome[],
  onPurpose: readonly OnPurpose[],
): RowState {
  const own = outcomes.filter((outcome) => outcome.row === row);
  const reasons = onPurpose.filter((reason) =>
    own.some((outcome) => reasonsFor(outcome, onPurpose).includes(reason)),
  );
  const state = (kind: RowState['kind']): RowState => ({ kind, steps: own.length, reasons });
  if (own.length === 0) return state('not asked');
  if (own.some(({ missing }) => missing)) return state('missing');
  if (judge(own, onPurpose).unlisted.length > 0) return state('differs');
  return state(own.some(({ differences }) => differences.length > 0) ? 'on purpose' : 'same');
}
