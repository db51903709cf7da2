import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DoesNotApply, withFault } from './apply.ts';
import type { Mutant } from './mutant.ts';
import { nearestTests } from './nearest-tests.ts';
import type { Outcome } from './outcome.ts';
import { keyOf, type Results } from './results.ts';
import { runTests } from './run-tests.ts';

/** A mutant as it meets the files of a copy. */
export interface Trial {
  readonly mutant: Mutant;
  /** The file's text as it is, and with the fault. */
  readonly whole: string;
  readonly broken: string;
  /** The tests that are run, from the project's folder on. */
  readonly tests: readonly string[];
  /** What its result stands for. */
  readonly key: string;
}

/**
 * Looks a mutant up in a copy.
 *
 * @param folder - the copy
 * @returns the trial, or the outcome where there is nothing to run
 * @throws Error where none of its tests is there
 */
export async function prepare(folder: string, mutant: Mutant): Promise<Trial | Outcome> {
  if (mutant.equivalent !== undefined) return { mutant, verdict: 'equivalent', seconds: 0 };
  const project = join(folder, mutant.project);
  const whole = await textOf(join(project, mutant.file));
  let broken: string;
  try {
    broken = withFault(whole ?? '', mutant);
  } catch (error) {
    if (error instanceof DoesNotApply) return { mutant, verdict: 'gone', seconds: 0 };
    throw error;
  }
  const tests = await nearestTests(project, mutant);
  if (tests.length === 0)
    throw new Error(`${mutant.id}: none of its tests is there: ${mutant.tests.join(', ')}`);
  const texts = await Promise.all(tests.map((test) => readFile(join(project, test), 'utf8')));
  return {
    mutant,
    whole: whole!,
    broken,
    tests,
    key: keyOf([mutant.file, broken, ...tests.flatMap((test, index) => [test, texts[index]!])]),
  };
}

/**
 * Puts the fault into a copy, runs the tests and takes it out again.
 *
 * @param folder - a copy that nothing else runs in meanwhile
 * @param limit - seconds after which the tests count as hung
 */
export async function tryOut(
  folder: string,
  { mutant, whole, broken, tests, key }: Trial,
  results: Results,
  limit: number,
  stop: AbortSignal,
): Promise<Outcome> {
  const file = join(folder, mutant.project, mutant.file);
  await writeFile(file, broken);
  try {
    const { ended, seconds } = await runTests(join(folder, mutant.project), tests, limit, stop);
    const verdict = ended === 'failed' ? 'noticed' : ended === 'passed' ? 'survived' : 'hung';
    await results.add(key, { verdict, seconds });
    return { mutant, verdict, seconds };
  } finally {
    await writeFile(file, whole);
  }
}

async function textOf(file: string): Promise<string | undefined> {
  return await readFile(file, 'utf8').catch(() => undefined);
}
