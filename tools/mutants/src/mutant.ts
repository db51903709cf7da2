import { z } from 'zod';

const sentence = z.string().trim().min(10);

/** One fault, as it stands in a file of the catalogue. */
const entry = z.strictObject({
  /** Short, in lower case, unique within its module: what `--only` chooses and what a report prints. */
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** What a user would have from it, in words. */
  fault: sentence,
  /** The file that is changed, from its project's folder on. */
  file: z.string().min(1),
  /** The text that is taken out; it stands in the file exactly once. */
  replace: z.string().min(1),
  /** The text that is put in its place; empty where a line only goes. */
  by: z.string(),
  /** The nearest tests, from the project's folder on, where they are others than the module's. */
  tests: z.array(z.string()).min(1).optional(),
  /** Why nobody can notice it, if nobody can: such a mutant is not run and does not count. */
  equivalent: sentence.optional(),
});

/** A file of the catalogue: the faults of one module. */
export const moduleOfMutants = z.strictObject({
  module: z.string().min(1),
  /** The folder of the project that holds the module, from the top on. */
  project: z.string().min(1),
  /** How many percent of its mutants the tests must notice. */
  needs: z.union([z.literal(85), z.literal(100)]).default(85),
  /** The nearest tests of its mutants, from the project's folder on. */
  tests: z.array(z.string()).min(1),
  mutants: z.array(entry).min(1),
});

/** A fault to put into the product, with all that a run needs to know of it. */
export interface Mutant {
  /** `MODULE/NAME`. */
  readonly id: string;
  readonly module: string;
  readonly project: string;
  readonly fault: string;
  readonly file: string;
  readonly replace: string;
  readonly by: string;
  readonly tests: readonly string[];
  readonly equivalent: string | undefined;
}

/** The faults of a module with its name, its project and its tests put into each. */
export function mutantsOf(module: z.infer<typeof moduleOfMutants>): readonly Mutant[] {
  return module.mutants.map((mutant) => ({
    ...mutant,
    id: `${module.module}/${mutant.name}`,
    module: module.module,
    project: module.project,
    tests: mutant.tests ?? module.tests,
    equivalent: mutant.equivalent,
  }));
}
