import type { Observed } from '../http/run-subject.ts';
import { differences } from './differences.ts';
import type { Outcome } from './judge.ts';

/**
 * Pairs what both brokers did, step by step. A row is missing when the embedded broker knows the route of none of the
 * steps in which the official one did what was asked.
 */
export function outcomes(official: readonly Observed[], embedded: readonly Observed[]): readonly Outcome[] {
  const missing = missingRows(official, embedded);
  return official.map(({ step, observation }, index) => ({
    row: step.row,
    step: step.name,
    differences: differences(observation, embedded[index]?.observation ?? {}),
    missing: missing.has(step.row),
  }));
}

function missingRows(official: readonly Observed[], embedded: readonly Observed[]): ReadonlySet<string> {
  const known = new Set<string>();
  const asked = new Set<string>();
  official.forEach(({ step, observation }, index) => {
    const { status } = observation;
    if (typeof status !== 'string' || !/^[23]/.test(status)) return;
    asked.add(step.row);
    if (!embedded[index]?.unknownRoute) known.add(step.row);
  });
  return new Set([...asked].filter((row) => !known.has(row)));
}
