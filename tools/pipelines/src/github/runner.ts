import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read } from '../top.ts';
import { runBash, type Finished } from '../run-bash.ts';
import { parseAction, type Step } from './documents.ts';
import type { GitHubContext } from './events.ts';
import { interpolate, interpolateAll, type Contexts } from './expressions.ts';

type Variables = Readonly<Record<string, string>>;

/** What a job on GitHub has: a checkout, variables, and the facts of the event. */
export interface Runner {
  /** The checkout. */
  readonly cwd: string;
  readonly scratch: string;
  /** What the machine sets: PATH, HOME. */
  readonly machine: Variables;
  /** The contexts of expressions; `github` at least. */
  readonly contexts: Contexts & { readonly github: GitHubContext };
  /** The variables of workflow and job (`env:`). */
  readonly env: Variables;
}

/** The end of a step or an action. */
export interface Ended extends Finished {
  readonly outputs: Variables;
}

/** What runs in the background; ended with the job. */
export type Background = (() => void)[];

/**
 * Runs a step with `run:`, as GitHub's runner does on Linux.
 * @param contexts what expressions in its `env:` may name, beside `env`
 */
export async function runStep(
  step: Step,
  runner: Runner,
  contexts: Contexts,
  background: Background,
): Promise<Ended> {
  const file = join(runner.scratch, 'GITHUB_OUTPUT');
  await writeFile(file, '');
  const { end, ...finished } = await runBash(interpolate(step.run ?? '', {}), {
    // A shell that is named stops at the first failure in a pipe, too.
    flags: step.shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e'],
    cwd: runner.cwd,
    scratch: runner.scratch,
    env: {
      ...runner.machine,
      ...(await defaultVariables(runner)),
      ...runner.env,
      ...interpolateAll(step.env, { ...contexts, env: runner.env }),
      GITHUB_OUTPUT: file,
    },
  });
  background.push(end);
  return { ...finished, outputs: outputsIn(await readFile(file, 'utf8')) };
}

/**
 * Runs an action of this project.
 * @param name its folder in `actions/`
 * @param given the values of `with:`
 * @throws Error for an input that it does not have
 */
export async function runAction(name: string, given: Variables, runner: Runner): Promise<Ended> {
  const action = parseAction(read(`actions/${name}/action.yml`));
  const unknown = Object.keys(given).filter((input) => !Object.hasOwn(action.inputs, input));
  if (unknown.length > 0) throw new Error(`${name} has no input ${unknown.join(', ')}`);
  const defaults = Object.entries(action.inputs).map(([input, about]) => [input, about.default ?? '']);
  const inputs = { ...Object.fromEntries(defaults), ...given } as Variables;
  const steps: Record<string, { outputs: Variables }> = {};
  const contexts = () => ({ github: runner.contexts.github, inputs, steps });
  let ended: Ended = { code: 0, output: '', outputs: {} };
  const background: Background = [];
  for (const step of action.runs.steps) {
    ended = await runStep(step, runner, contexts(), background);
    if (step.id !== undefined) steps[step.id] = { outputs: ended.outputs };
    if (ended.code !== 0) break;
  }
  for (const end of background) end();
  const values = Object.entries(action.outputs ?? {}).map(([output, { value }]) => [output, value]);
  return { ...ended, outputs: interpolateAll(Object.fromEntries(values) as Variables, contexts()) };
}

/** The variables that GitHub sets in each job. */
async function defaultVariables({
  contexts: { github },
  cwd,
  scratch,
}: Runner): Promise<Record<string, string>> {
  const event = join(scratch, 'event.json');
  await writeFile(event, JSON.stringify(github.event));
  const facts = [
    'sha',
    'ref',
    'ref_name',
    'event_name',
    'head_ref',
    'repository',
    'server_url',
    'run_id',
  ] as const;
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_PATH: event,
    GITHUB_WORKSPACE: cwd,
    ...Object.fromEntries(facts.map((fact) => [`GITHUB_${fact.toUpperCase()}`, github[fact] ?? ''])),
  };
}

/** Reads lines `name=value`; nothing here writes values of several lines. */
function outputsIn(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return Object.fromEntries(lines.map((line) => /^([^=]+)=(.*)$/.exec(line)?.slice(1) as [string, string]));
}
