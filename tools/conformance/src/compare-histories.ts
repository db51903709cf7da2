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
 * Runs random histories against both brokers.
 * @returns a text for each kind of difference that is not documented
 */
export async function compareHistories(
  plans: readonly Plan[],
  official: Broker,
  embedded: Broker,
): Promise<readonly string[]> {
  await using receiver = await startReceiver();
  const brokers = { official, embedded, receiver };
  await compare({ name: 'environments', steps: creatingEnvironments }, brokers);
  const texts: string[] = [];
  for (const plan of plans) texts.push(...(await tellAll(await runAll(plan, brokers), brokers)));
  return texts;
}

/** Tells of each kind of difference once, by a history that is as small as can be had quickly. */
async function tellAll({ plan, failed }: Result, brokers: Brokers): Promise<readonly string[]> {
  const texts: string[] = [];
  const known = new Set<string>();
  for (const one of failed.toSorted((a, b) => a.history.operations.length - b.history.operations.length))
    for (const { kind } of one.findings) {
      if (known.has(kind) || texts.length === most) continue;
      const smallest = await shrink(one, kind, plan, brokers);
      for (const shown of smallest.findings) known.add(shown.kind);
      texts.push(told(smallest, plan));
    }
  return texts;
}
