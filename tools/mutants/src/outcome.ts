import type { Mutant } from './mutant.ts';

/**
 * What became of a mutant:
 * - `noticed`: a test failed;
 * - `survived`: its tests passed;
 * - `hung`: its tests did not end, so that nobody would learn which one it was;
 * - `equivalent`: nobody can notice it, and it was not run;
 * - `gone`: the product has moved on, it was not run.
 */
export type Verdict = 'noticed' | 'survived' | 'hung' | 'equivalent' | 'gone';

export interface Outcome {
  readonly mutant: Mutant;
  readonly verdict: Verdict;
  /** How long its tests took, in seconds; 0 where none ran. */
  readonly seconds: number;
}
