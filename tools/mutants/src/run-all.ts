import { join } from 'node:path';
import { copyOf } from './copy.ts';
import { inPlaces } from './in-places.ts';
import type { Mutant } from './mutant.ts';
import type { Outcome } from './outcome.ts';
import { readResults } from './results.ts';
import { runTests } from './run-tests.ts';
import { prepare, tryOut, type Trial } from './trial.ts';

export interface RunOptions {
  /** The commit whose files are tried; the work tree's without it. */
  readonly at?: string | undefined;
  /** How many copies are worked in side by side. */
  readonly jobs: number;
  /** Seconds after which the tests of a mutant count as hung. */
  readonly limit: number;
  /** Whether the results of earlier runs are left aside. */
  readonly fresh?: boolean | undefined;
  readonly stop: AbortSignal;
}

/** Tests fail although no fault is in: a score would mean nothing. */
export class TestsFail extends Error {
  override name = 'TestsFail';
  readonly output: string;

  constructor(project: string, output: string) {
    super(`Tests of ${project} fail without a fault, too.`);
    this.output = output;
  }
}

/**
 * Tries mutants out and says on the console how each ended.
 *
 * @param top - the repository's folder; nothing in it changes but `.mutants/`
 * @returns the outcomes, in the order of the mutants
 * @throws TestsFail where the tests fail without a fault
 */
export async function runAll(
  top: string,
  mutants: readonly Mutant[],
  { at, jobs, limit, fresh, stop }: RunOptions,
): Promise<readonly Outcome[]> {
  const results = await readResults(join(top, '.mutants/results.jsonl'));
  await using copies = new AsyncDisposableStack();
  const folders: string[] = [];
  for (let made = 0; made < jobs; made += 1) folders.push(copies.use(await copyOf(top, at)).folder);

  const outcomes = new Map<Mutant, Outcome>();
  const trials: Trial[] = [];
  for (const mutant of mutants) {
    const found = await prepare(folders[0]!, mutant);
    if ('verdict' in found) outcomes.set(mutant, found);
    else {
      const known = fresh ? undefined : results.of(found.key);
      if (known) outcomes.set(mutant, { mutant, ...known });
      else trials.push(found);
    }
  }
  if (outcomes.size > 0) console.log(`${outcomes.size} of ${mutants.length} need no run.`);

  await inPlaces(folders, byProject(trials), async (folder, { project, tests }) => {
    console.log(`${project}: ${tests.length} test files without a fault …`);
    const { ended, output } = await runTests(join(folder, project), tests, 10 * limit, stop);
    if (ended !== 'passed') throw new TestsFail(project, output);
  });
  let done = 0;
  await inPlaces(folders, trials, async (folder, trial) => {
    const outcome = await tryOut(folder, trial, results, limit, stop);
    outcomes.set(trial.mutant, outcome);
    done += 1;
    const progress = `${done}/${trials.length}`.padStart(9);
    console.log(
      `${progress}  ${outcome.verdict.padEnd(9)} ${outcome.seconds.toFixed(1).padStart(6)} s  ${trial.mutant.id}`,
    );
  });
  return mutants.map((mutant) => outcomes.get(mutant)!);
}

/** All test files of these trials, by project. */
function byProject(trials: readonly Trial[]): readonly { project: string; tests: readonly string[] }[] {
  const projects = [...new Set(trials.map(({ mutant }) => mutant.project))];
  return projects.map((project) => ({
    project,
    tests: [
      ...new Set(trials.filter(({ mutant }) => mutant.project === project).flatMap(({ tests }) => tests)),
    ],
  }));
}
