import type { ComparedDifference, Sighting } from '../accepted-differences/accepted-difference.ts';
import type { Difference } from './differences.ts';

/** One step of the comparison with what came of it. */
export interface Outcome {
  readonly row: string;
  readonly step: string;
  readonly differences: readonly Difference[];
  /** The embedded broker does not know the route (or says so of all that the step asks for). */
  readonly missing: boolean;
}

export interface Verdict {
  /** Differences nobody listed. */
  readonly unlisted: readonly Outcome[];
  /** Listed differences (or single places of them) that no longer occur. */
  readonly gone: readonly string[];
}

/** Holds what differs against what may differ. Steps whose route is missing are left out: the report names their rows. */
export function judge(outcomes: readonly Outcome[], accepted: readonly ComparedDifference[]): Verdict {
  const unlisted = outcomes
    .filter(({ missing }) => !missing)
    .map((outcome) => ({
      ...outcome,
      differences: outcome.differences.filter(({ place }) => !isListed(outcome, place, accepted)),
    }))
    .filter(({ differences }) => differences.length > 0);
  const gone = accepted.flatMap(({ seen }) => seen.flatMap((sighting) => goneFrom(sighting, outcomes)));
  return { unlisted, gone };
}

/** The reasons why a step differs, of those that are listed. */
export function reasonsFor(
  outcome: Outcome,
  accepted: readonly ComparedDifference[],
): readonly ComparedDifference[] {
  return accepted.filter((reason) =>
    outcome.differences.some(({ place }) => isListed(outcome, place, [reason])),
  );
}

function goneFrom(sighting: Sighting, outcomes: readonly Outcome[]): readonly string[] {
  const { row, steps, places } = sighting;
  const ofRow = outcomes.filter((outcome) => outcome.row === row);
  if (steps === 'any') return goneIn(`${row}`, ofRow, places);
  return steps.flatMap((step) => {
    const ofStep = ofRow.filter((outcome) => outcome.step === step);
    return ofStep.length > 0
      ? goneIn(`${row} "${step}"`, ofStep, places)
      : [`${row} "${step}": there is no such step`];
  });
}

/** The places at which none of the outcomes differs any more. */
function goneIn(where: string, outcomes: readonly Outcome[], places: readonly string[]): readonly string[] {
  if (outcomes.some(({ missing }) => missing)) return [];
  const differing = outcomes.flatMap(({ differences }) => differences.map(({ place }) => place));
  return places
    .filter((listed) => !differing.some((place) => covers(listed, place)))
    .map((listed) => `${where}: ${listed} no longer differs`);
}

function isListed({ row, step }: Outcome, place: string, accepted: readonly ComparedDifference[]): boolean {
  return accepted.some(({ seen }) =>
    seen.some(
      (sighting) =>
        sighting.row === row &&
        (sighting.steps === 'any' || sighting.steps.includes(step)) &&
        sighting.places.some((listed) => covers(listed, place)),
    ),
  );
}

const covers = (listed: string, place: string): boolean =>
  listed.endsWith('*') ? place.startsWith(listed.slice(0, -1)) : place === listed;
