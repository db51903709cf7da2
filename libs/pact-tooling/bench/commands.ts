// Measures the commands of the workflow as whole processes, in turn with another checkout's: make bench-commands BEFORE=FOLDER
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inTurn, type MeasuredCommand, type Pair } from './in-turn.ts';
import { nativeCommandLine } from './native-command-line.ts';

const top = fileURLToPath(new URL('../../..', import.meta.url));
const { BEFORE, RUNS = '15', ...inherited } = process.env;
const rounds = Number(RUNS);
const folder = mkdtempSync(join(tmpdir(), 'bench-commands-'));
/** Neither a broker that runs nor settings of this shell take part, and both sides have the same version. */
const env = {
  ...Object.fromEntries(
    Object.entries(inherited).filter(([name]) => !/^(PACT_|MAKE|NODE_COMPILE)/.test(name)),
  ),
  PACT_BROKER_PORT: '0',
  PACT_DO_NOT_TRACK: 'true',
  VERSION_COMMIT: '1.0.0',
};

/** A target of a checkout's Makefile, over a database of its own. */
const target = (checkout: string, name: string): MeasuredCommand => ({
  command: 'make',
  args: ['--silent', '-C', checkout, name, `DATABASE=${join(folder, checkout === top ? 'now' : 'before')}`],
  env,
});

/** @returns whether the goal is met */
function print(what: string, goal: number, { first, second, ratio }: Pair): boolean {
  const met = ratio <= goal;
  const cells = [
    what,
    `${second.toFixed(0)} ms`,
    `${first.toFixed(0)} ms`,
    `≤ ${goal.toFixed(2)}`,
    ratio.toFixed(2),
  ];
  console.log(`| ${[...cells, met ? 'met' : 'missed'].join(' | ')} |`);
  return met;
}

async function targets(before: string): Promise<boolean> {
  let met = true;
  for (const name of ['publish', 'provider', 'deploy-consumer', 'deploy-provider'])
    met = print(`make ${name}`, 0.5, await inTurn(target(top, name), target(before, name), rounds)) && met;
  return met;
}

/** Over the database that the targets have filled, since both ask the same. */
async function beside(native: string): Promise<boolean> {
  const bin = (name: string) => join(top, 'node_modules/.bin', name);
  const args = ['start', '--port', '0', '--db', join(folder, 'now')];
  const broker = spawn(bin('embedded-broker'), args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = (await broker.stdout.setEncoding('utf8').take(1).toArray()) as string[];
    const asking = { ...env, PACT_BROKER_BASE_URL: /http:\S+/.exec(line ?? '')?.[0] };
    const question = ['can-i-deploy', '--pacticipant', 'AdminService', '--version', '1.0.0'];
    const ours = { command: bin('pact-tooling'), args: question, env: asking };
    const theirs = { command: native, args: ['broker', ...question], env: asking };
    return print('pact-tooling can-i-deploy, beside Rust', 1.5, await inTurn(ours, theirs, rounds));
  } finally {
    broker.kill();
  }
}

if (BEFORE === undefined) {
  console.error('Name another checkout, with its packages installed: make bench-commands BEFORE=FOLDER');
  process.exit(2);
}
try {
  console.log('| command | before | now | goal | measured | |\n| --- | --: | --: | --: | --: | --- |');
  const isFast = await targets(resolve(BEFORE));
  if (!(await beside(nativeCommandLine())) || !isFast) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
