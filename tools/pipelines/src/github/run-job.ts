import { spawnSync } from 'node:child_process';
import type { Step, Workflow } from './documents.ts';
import { holds, interpolateAll, type Contexts } from './expressions.ts';
import { runAction, runStep, type Background, type Runner } from './runner.ts';

/** A step that was run: by its name, or by what it runs or uses. */
export interface StepRun {
  readonly step: string;
  readonly code: number;
  readonly output: string;
}

/** How the pipelines in docs/ name an action of this project. */
const own = /^pact-workshop\/pact-workshop-typescript\/actions\/([^@]+)@v/;

/**
 * Runs a job of a workflow, up to the first step that fails. `actions/checkout` checks out the reference that it is given; other
 * actions of GitHub are left out, as what they bring is there.
 * @param runner its `env` is ignored: the workflow has its own
 */
export async function runJob(
  workflow: Workflow,
  name: string,
  runner: Omit<Runner, 'env'>,
): Promise<StepRun[]> {
  const job = workflow.jobs[name];
  if (!job) throw new Error(`there is no job ${name}`);
  const env = {
    ...interpolateAll(workflow.env, runner.contexts),
    ...interpolateAll(job.env, runner.contexts),
  };
  const here: Runner = { ...runner, env };
  const contexts = { ...runner.contexts, env };
  const background: Background = [];
  const runs: StepRun[] = [];
  try {
    for (const step of job.steps) {
      if (step.if !== undefined && !holds(step.if, contexts)) continue;
      const { code, output } = await run(step, here, contexts, background);
      runs.push({ step: step.name ?? step.run ?? step.uses ?? '', code, output });
      if (code !== 0) break;
    }
  } finally {
    for (const end of background) end();
  }
  return runs;
}

async function run(step: Step, runner: Runner, contexts: Contexts, background: Background) {
  if (step.uses === undefined) return runStep(step, runner, runner.contexts, background);
  const given = interpolateAll(step.with, contexts);
  const [, action] = own.exec(step.uses) ?? [];
  if (action !== undefined) return runAction(action, given, runner);
  if (step.uses.startsWith('actions/checkout@')) return checkout(runner.cwd, given['ref'] ?? '');
  if (step.uses.startsWith('actions/setup-node@')) return { code: 0, output: '' };
  throw new Error(`what ${step.uses} does is not known here`);
}

function checkout(cwd: string, ref: string) {
  if (ref === '') return { code: 0, output: '' };
  const { status, stderr } = spawnSync('git', ['checkout', '--quiet', '--detach', ref], {
    cwd,
    encoding: 'utf8',
  });
  return { code: status ?? -1, output: stderr };
}
