import * as fc from 'fast-check';
import type { Brokers } from './compare.ts';
import { findings } from './judge.ts';
import { run, type Failed, type Plan } from './run.ts';

/** How long a history is made smaller, in milliseconds. */
const patience = 10_000;

/** Leaves out operations and questions of a failed history for as long as one kind of difference stays. */
export async function shrink(failed: Failed, kind: string, plan: Plan, brokers: Brokers): Promise<Failed> {
  if (!plan.shrinks) return failed;
  const deadline = Date.now() + patience;
  let smallest = failed;
  const property = fc.asyncProperty(plan.histories, async (history) => {
    if (Date.now() > deadline) return true;
    const found = findings(await run(history, brokers));
    const shows = found.some((one) => one.kind === kind);
    if (shows) smallest = { ...smallest, history, findings: found };
    return !shows;
  });
  const { seed } = plan;
  const { counterexamplePath } = await fc.check(property, {
    seed,
    path: failed.path,
    numRuns: 1,
    unbiased: true,
  });
  return { ...smallest, path: counterexamplePath ?? failed.path };
}
