import { existsSync, readFileSync } from 'node:fs';
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

type Group = readonly [Probe, ...Probe[]];

/** Milliseconds after which a run counts as hanging. */
const limitMs = 60_000;

/**
 * Runs the tests of probes, each in a copy of the playground.
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
    const green = new Set<string>();
    for (const group of groupsOf(probes, folder))
      for (const file of await greenFiles(folder, group, signal)) green.add(file);
    return probes
      .filter(({ name, test, ends }) => green.has(join(folder, name, test)) !== (ends === 'green'))
      .map(({ says }) => says);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Probes that can share a process of Jest. A probe that brings pacts needs its own: a verification finds them from the
 * folder of its app, and a process has only one current folder.
 */
function groupsOf(probes: readonly Probe[], folder: string): Group[] {
  const alone = probes.filter(({ name }) => existsSync(join(folder, name, 'pacts')));
  const [first, ...others] = probes.filter((one) => !alone.includes(one));
  return [...(first ? [[first, ...others] as const] : []), ...alone.map((one) => [one] as const)];
}

/** The test files whose tests all pass. */
async function greenFiles(folder: string, probes: Group, signal: AbortSignal | undefined): Promise<string[]> {
  const [{ name: first, test: firstTest }] = probes;
  const file = join(folder, first, 'report.json');
  const modules = join(folder, first, 'node_modules');
  const said = await runProgram(
    join(modules, '.bin/node'),
    [
      ...['--experimental-vm-modules', '--no-warnings', join(modules, 'jest/bin/jest.js')],
      ...['--runInBand', '--silent', '--json', `--outputFile=${file}`],
      ...['--projects', ...probes.map(({ name, test }) => join(folder, name, configOf(test)))],
      ...['--runTestsByPath', ...probes.map(({ name, test }) => join(folder, name, test))],
    ],
    {
      cwd: join(folder, first, appOf(firstTest)),
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
    return testResults.filter(({ status }) => status === 'passed').map(({ name }) => name);
  } catch (error) {
    throw new Error(`A closer look at the answer failed:\n${said.stderr?.trimEnd()}`, { cause: error });
  }
}

/** The configuration of Jest that a test file belongs to. */
function configOf(test: string): string {
  return `${appOf(test)}/${test.endsWith('.pact.test.ts') ? 'jest.contract.config.mjs' : 'jest.config.mjs'}`;
}

/** The folder of the app that a test file belongs to. */
function appOf(test: string): string {
  return test.split('/').slice(0, 2).join('/');
}
