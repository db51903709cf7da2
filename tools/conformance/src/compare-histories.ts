import type { Broker } from './brokers/broker.ts';
import { startReceiver } from './brokers/receiver.ts';
import { compare, type Brokers } from './histories/compare.ts';
import { creatingEnvironments } from './histories/environment-steps.ts';
import { told } from './histories/report.ts';
import { runAll, type Plan, type Result } from './histories/run.ts';
import { shrink } from './histories/shrink.ts';

/** How many kinds of differences are told of a plan: whoever has mended these looks again. */
const most = 10;

/**
 * Runs random histories against both brokers, and tells what differs and is not documented.
 * @returns how many such differences were told
 */
export async function compareHistories(
  plans: readonly Plan[],
  official: Broker,
  embedded: Broker,
): Promise<number> {
  await using receiver = await startReceiver();
  const brokers = { official, embedded, receiver };
  await compare({ name: 'environments', steps: creatingEnvironments }, brokers);
  let found = 0;
  for (const plan of plans) found += await tellAll(await runAll(plan, brokers), brokers);
  return found;
}

/** Tells of each kind of difference once, by a history that is as small as can be had quickly. */
async function tellAll({ plan, failed }: Result, brokers: Brokers): Promise<number> {
  let found = 0;
  const known = new Set<string>();
  for (const one of failed.toSorted((a, b) => a.history.operations.length - b.history.operations.length))
    for (const { kind } of one.findings) {
      if (known.has(kind) || found === most) continue;
      const smallest = await shrink(one, kind, plan, brokers);
      for (const shown of smallest.findings) known.add(shown.kind);
      console.error(`\n${told(smallest, plan)}\n`);
      found++;
    }
  return found;
}
