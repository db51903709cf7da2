import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { run } from '../run.ts';
import type { Check } from './checks.ts';
import type { InstalledNode } from './nodes.ts';
import { userEnvironment } from './user-environment.ts';

/** Where checks run. */
export type Places = Readonly<Record<Check['place'], string>>;

/** What became of a check on one Node. */
export interface Outcome {
  readonly check: Check;
  readonly node: string;
  /** In seconds. */
  readonly took: number;
  /** What the command said, where it failed. */
  readonly failure: string | undefined;
}

/** Seconds after which a command counts as hung: the slowest takes a tenth of it. */
const limit = 120;

/**
 * Runs every check on every Node, some of them side by side.
 * @param onOutcome is called for each as it ends
 */
export function runMatrix(
  checks: readonly Check[],
  nodes: readonly InstalledNode[],
  {
    places,
    signal,
    onOutcome,
  }: { places: Places; signal: AbortSignal; onOutcome: (outcome: Outcome) => void },
): Promise<Outcome[]> {
  const inTurn = pLimit(availableParallelism());
  const pairs = nodes.flatMap((node) => checks.map((check) => ({ node, check })));
  return inTurn.map(pairs, async ({ node, check }) => {
    signal.throwIfAborted();
    const outcome = await runOne(check, node, places[check.place], signal);
    onOutcome(outcome);
    return outcome;
  });
}

async function runOne(check: Check, node: InstalledNode, cwd: string, signal: AbortSignal): Promise<Outcome> {
  const [program, ...args] = check.command;
  const env = userEnvironment([node.bin, join(cwd, 'node_modules/.bin')]);
  const start = performance.now();
  const failure = await run(program, args, { cwd, env, signal, timeout: limit * 1000 }).then(
    () => undefined,
    (error: Error) => error.message,
  );
  return { check, node: node.version, took: (performance.now() - start) / 1000, failure };
}
