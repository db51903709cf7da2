import type { Verdict } from '../compare/judge.ts';
import type { Json } from '../compare/observation.ts';

/** How many places of a step are shown, and how much of each value, in characters. */
const shownPlaces = 8;
const shownLength = 300;

/** What is wrong, for whoever has to mend it: a line for each place with both values. */
export function faults({ unlisted, gone }: Verdict): string {
  const steps = unlisted.map(({ row, step, differences }) => {
    const places = differences
      .slice(0, shownPlaces)
      .map(
        ({ place, official, embedded }) =>
          `    ${place}\n      official: ${short(official)}\n      embedded: ${short(embedded)}`,
      );
    const rest = differences.length - shownPlaces;
    return [`${row} "${step}"`, ...places, ...(rest > 0 ? [`    … and ${rest} more places`] : [])].join('\n');
  });
  return [
    ...steps,
    ...gone.map((line) => `src/accepted-differences lists what is no longer so: ${line}`),
  ].join('\n');
}

/** A value as far as a line has room for it. */
export function short(value: Json | undefined): string {
  const text = value === undefined ? '(nothing)' : JSON.stringify(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)} …` : text;
}
