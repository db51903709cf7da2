import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A command as a whole process. */
export interface MeasuredCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Medians of two commands in milliseconds, and of their ratio, taken pair by pair: it holds while the machine's speed drifts. */
export interface Pair {
  readonly first: number;
  readonly second: number;
  readonly ratio: number;
}

/** Runs two commands in turn, after a run of each that is not counted. */
export async function inTurn(first: MeasuredCommand, second: MeasuredCommand, rounds: number): Promise<Pair> {
  await timeOf(first);
  await timeOf(second);
  const times: { first: number; second: number }[] = [];
  for (let round = 0; round < rounds; round++)
    times.push({ first: await timeOf(first), second: await timeOf(second) });
  return {
    first: median(times.map((time) => time.first)),
    second: median(times.map((time) => time.second)),
    ratio: median(times.map((time) => time.first / time.second)),
  };
}

/**
 * @returns how long it took, in milliseconds
 * @throws Error with its output where it fails, as a command that fails is quick
 */
async function timeOf({ command, args, env }: MeasuredCommand): Promise<number> {
  const begun = performance.now();
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${code}:\n${output}`);
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
