import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { readCatalogue } from './catalogue.ts';
import { choose } from './choose.ts';
import { runAll, TestsFail } from './run-all.ts';
import { score, table } from './score.ts';

const top = fileURLToPath(new URL('../../..', import.meta.url));

interface Options {
  readonly only?: readonly string[];
  readonly sample?: number;
  readonly seed: number;
  readonly at?: string;
  readonly jobs: number;
  readonly limit: number;
  readonly fresh?: true;
}

const whole = (text: string): number => {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return Number(text);
};

const program = new Command('mutants')
  .description(
    'Puts one fault after the other into a copy of the product and looks whether a test notices. Results are kept in ' +
      '.mutants/, so a run that is stopped goes on where it was.',
  )
  .option('--only <names...>', 'modules, or mutants as MODULE/NAME')
  .option('--sample <number>', 'only so many of them, drawn by the seed', whole)
  .option('--seed <number>', 'what the draw follows from', whole, 1)
  .option('--at <commit>', "the files of that commit, its tests too, with today's catalogue")
  .option('--jobs <number>', 'how many run side by side', whole, availableParallelism())
  .option('--limit <seconds>', 'when tests count as hung', whole, 150)
  .option('--fresh', 'do not use what earlier runs found out');

const options = program.parse().opts<Options>();
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());

try {
  const { mutants, needs } = await readCatalogue(fileURLToPath(new URL('../catalogue', import.meta.url)));
  const outcomes = await runAll(top, choose(mutants, options), { ...options, stop: stopped.signal });
  const { modules, all } = score(outcomes, needs);
  const missed = outcomes.filter(({ verdict }) => ['survived', 'hung', 'gone'].includes(verdict));
  for (const { mutant, verdict } of missed) console.log(`${verdict}: ${mutant.id}: ${mutant.fault}`);
  // Of a sample a module has too few for a score of its own.
  const scores = options.sample === undefined ? [...modules, all] : [all];
  console.log(`\n${table(scores)}`);
  const low = scores.filter(({ percent, needs: least }) => percent < least);
  if (low.length > 0) console.error(`\nToo few are noticed: ${low.map(({ module }) => module).join(', ')}.`);
  const gone = options.at === undefined && all.counts.gone > 0;
  process.exitCode = low.length > 0 || gone ? 1 : 0;
} catch (error) {
  if (stopped.signal.aborted) {
    console.error('Stopped. The next run goes on from here.');
    process.exitCode = 130;
  } else if (error instanceof Error) {
    console.error(error instanceof TestsFail ? `${error.output}\n${error.message}` : error.message);
    process.exitCode = 2;
  } else throw error;
}
