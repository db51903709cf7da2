import type { Difference } from '../../compare/differences.ts';
import type { Answered } from '../compare.ts';
import type { DocumentedDifference } from './documented-difference.ts';
import { representation } from './representation.ts';
import { selections } from './selections.ts';
import { verdicts } from './verdicts.ts';

export const documentedDifferences: readonly DocumentedDifference[] = [
  ...verdicts,
  ...selections,
  ...representation,
];

/** The documented difference that a place of an answer is. */
export function documentedAs(
  answered: Answered,
  { place }: Difference,
  documented: readonly DocumentedDifference[] = documentedDifferences,
): DocumentedDifference | undefined {
  const anywhere = place.replace(/\[\d+\]/g, '[]');
  return documented.find(
    ({ rows, places, when }) =>
      rows.includes(answered.step.row) &&
      places.some((one) => (one.endsWith('*') ? anywhere.startsWith(one.slice(0, -1)) : anywhere === one)) &&
      (when === undefined || when(answered)),
  );
}
