import { readFileSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { commandEnvironment, runProgram } from '../../processes/index.ts';
import type { Probe } from '../answers.ts';
import type { CourseLesson } from '../load-course.ts';
import { layOutProbe } from './probe-folder.ts';

/** What is read of Jest's report. */
const report = z.object({ testResults: z.array(z.object({ name: z.string(), status: z.string() })) });

/** Milliseconds after which a run counts as hanging. */
const limitMs = 60_000;

/**
 * Runs the tests of probes, all in one process of Jest, each in a copy of the playground.
 * @returns the sentence of each probe that does not end as it does with a right answer
 * @throws the signal's reason when it was stopped; Error with Jest's output when it gives no report
 */
export async function probe(
  playground: string,
  lesson: CourseLesson,
  probes: readonly Probe[],
  signal?: AbortSignal,
): Promise<string[]> {
  if (probes.length === 0) return [];
  signal?.throwIfAborted();
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'workshop-probe-')));
  try {
    await Promise.all(probes.map(({ name }) => layOutProbe(playground, lesson, name, join(folder, name))));
    const green = await greenFiles(folder, probes, signal);
    return probes
      .filter(({ name, test, ends }) => green.has(join(folder, name, test)) !== (ends === 'green'))
      .map(({ says }) => says);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The test files whose tests all pass. */
async function greenFiles(
  folder: string,
  probes: readonly Probe[],
  signal: AbortSignal | undefined,
): Promise<Set<string>> {
  const file = join(folder, 'report.json');
  const copy = join(folder, probes[0]?.name ?? '');
  const modules = join(copy, 'node_modules');
  const said = await runProgram(
    join(modules, '.bin/node'),
    [
      ...['--experimental-vm-modules', '--no-warnings', join(modules, 'jest/bin/jest.js')],
      ...['--runInBand', '--silent', '--json', `--outputFile=${file}`],
      ...['--projects', ...probes.map(({ name, test }) => join(folder, name, configOf(test)))],
      ...['--runTestsByPath', ...probes.map(({ name, test }) => join(folder, name, test))],
    ],
    {
      cwd: copy,
      env: commandEnvironment(process.env, {
        PACT_DO_NOT_TRACK: 'true',
        NODE_COMPILE_CACHE: join(modules, '.cache/node'),
      }),
      signal,
      timeout: limitMs,
    },
  ).catch((error: Error & { stderr?: string }) => error);
  signal?.throwIfAborted();
  try {
    const { testResults } = report.parse(JSON.parse(readFileSync(file, 'utf8')));
    return new Set(testResults.filter(({ status }) => status === 'passed').map(({ name }) => name));
  } catch (error) {
    throw new Error(`A closer look at the answer failed:\n${said.stderr?.trimEnd()}`, { cause: error });
  }
}

/** The configuration of Jest that a test file belongs to. */
function configOf(test: string): string {
  const app = test.split('/').slice(0, 2).join('/');
  return `${app}/${test.endsWith('.pact.test.ts') ? 'jest.contract.config.mjs' : 'jest.config.mjs'}`;
}
