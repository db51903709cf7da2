import { parse } from 'lossless-json';
import { differences } from '../compare/differences.ts';
import type { Outcome } from '../compare/judge.ts';
import { mask, maskText } from '../compare/mask.ts';
import type { Json, Observation } from '../compare/observation.ts';
import { fill } from '../http/kept.ts';
import type { CommandStep } from './command.ts';
import { runCommand, type Ran } from './run-command.ts';

/** One of the two brokers as commands meet it. */
export interface Side {
  readonly broker: string;
  readonly receiver: string;
  /** The provider to verify; one for each broker, so that both are verified at the same time. */
  readonly providerPort: number;
}

/** Calls every command against both brokers, in the order of the steps, and compares exit code and output. */
export async function runCommands(
  steps: readonly CommandStep[],
  {
    official,
    embedded,
    folder,
  }: { readonly official: Side; readonly embedded: Side; readonly folder: string },
): Promise<readonly Outcome[]> {
  const keptOfOfficial = firstKept(official);
  const keptOfEmbedded = firstKept(embedded);
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    const [one, other] = await Promise.all([
      observeCommand(step, official, keptOfOfficial, folder),
      observeCommand(step, embedded, keptOfEmbedded, folder),
    ]);
    outcomes.push({ row: step.row, step: step.name, differences: differences(one, other), missing: false });
  }
  return outcomes;
}

const firstKept = ({ receiver, providerPort }: Side): Record<string, string> => ({
  receiver,
  providerPort: String(providerPort),
});

async function observeCommand(
  step: CommandStep,
  side: Side,
  kept: Record<string, string>,
  folder: string,
): Promise<Observation> {
  const lacking = step.args.find((arg) => /\{\w+\}/.test(fill(arg, kept)));
  if (lacking !== undefined) return { status: `not asked: an earlier command did not print ${lacking}` };
  const ran = await runCommand(
    side.broker,
    step,
    step.args.map((arg) => fill(arg, kept)),
    folder,
  );
  for (const [name, expression] of Object.entries(step.keep ?? {})) {
    const [, value] = expression.exec(ran.stdout) ?? [];
    if (value !== undefined) kept[name] = value;
  }
  const urls = { '<broker>': side.broker, '<receiver>': side.receiver };
  return {
    status: String(ran.exitCode),
    output: mask(readOutput(ran), { urls }),
    errors: maskText(ran.stderr, { urls }).split('\n'),
  };
}

/** What was printed: as JSON where it is some, else line by line. */
function readOutput({ stdout }: Ran): Json {
  try {
    return parse(stdout, undefined, (number) => ({ number })) as Json;
  } catch {
    return stdout.split('\n');
  }
}
