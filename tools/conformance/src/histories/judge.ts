import type { Difference } from '../compare/differences.ts';
import { documentedAs } from './documented/index.ts';
import type { Answered } from './compare.ts';

/** A difference that nobody documented. */
export interface Finding {
  readonly answered: Answered;
  readonly difference: Difference;
  /** Findings of one kind are told once: the route with the place, whatever the position in a list. */
  readonly kind: string;
}

/** The differences of answers that are not documented. */
export function findings(answers: readonly Answered[]): readonly Finding[] {
  return answers.flatMap((answered) =>
    answered.differences
      .filter((difference) => documentedAs(answered, difference) === undefined)
      .map((difference) => ({ answered, difference, kind: kindOf(answered, difference) })),
  );
}

const kindOf = ({ step }: Answered, { place }: Difference): string =>
  `${step.row} ${place.replace(/\[\d+\]/g, '[]')}`;
