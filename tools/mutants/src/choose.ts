import type { Mutant } from './mutant.ts';
import { sample } from './sample.ts';

export interface Choice {
  /** Modules (`MODULE`) or mutants (`MODULE/NAME`); all without it. */
  readonly only?: readonly string[] | undefined;
  /** How many are drawn from these; all without it. */
  readonly sample?: number | undefined;
  /** What the draw follows from. */
  readonly seed: number;
}

/**
 * The mutants that a run is about.
 *
 * @throws Error that names a module or mutant that is not in the catalogue
 */
export function choose(all: readonly Mutant[], { only, sample: size, seed }: Choice): readonly Mutant[] {
  const matches =
    (name: string) =>
    ({ id, module }: Mutant) =>
      id === name || module === name;
  const unknown = only?.find((name) => !all.some(matches(name)));
  if (unknown !== undefined) {
    const modules = [...new Set(all.map(({ module }) => module))];
    throw new Error(`No module and no mutant is called "${unknown}". Modules: ${modules.join(', ')}`);
  }
  const chosen = only ? all.filter((mutant) => only.some((name) => matches(name)(mutant))) : all;
  return size === undefined
    ? chosen
    : sample(
        chosen.filter(({ equivalent }) => equivalent === undefined),
        size,
        seed,
      );
}
