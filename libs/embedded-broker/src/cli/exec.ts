import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Command } from 'commander';
import { ExpectedError } from '../expected-error.ts';
import { openBroker, type BrokerOptions, type OpenBroker } from '../server.ts';
import { findBroker, namedBroker } from './find-broker.ts';
import {
  configOption,
  configurationOf,
  databaseOption,
  portOption,
  type ConfigurationOptions,
} from './configuration.ts';
import { fail } from './fail.ts';

/** `embedded-broker exec -- <command>`: runs a command with a broker available. */
export function addExecCommand(program: Command): void {
  program
    .command('exec')
    .description(
      'run a command with a broker: the one PACT_BROKER_BASE_URL names, one that already answers, or one for its length',
    )
    .usage('[options] -- <command> [arguments…]')
    .argument('<command...>', 'the command; it finds the address in PACT_BROKER_BASE_URL')
    .addOption(portOption())
    .addOption(databaseOption())
    .addOption(configOption())
    .passThroughOptions()
    .action(async ([command = '', ...args]: string[], options: ConfigurationOptions) => {
      try {
        const { url, broker } = await provideBroker(options);
        try {
          process.exitCode = await run(command, args, url, broker);
        } finally {
          await broker?.close();
        }
      } catch (error) {
        fail(error);
        if (error instanceof NotStarted) process.exitCode = error.exitCode;
      }
    });
}

/**
 * The broker that is named, else the one on the usual port, else a new one: there, or on a free port where something
 * else is. One that ends with another command counts as something else: it might end before this command does.
 */
async function provideBroker(options: ConfigurationOptions): Promise<{ url: string; broker?: OpenBroker }> {
  const named = namedBroker(process.env);
  if (named) {
    const { kind, instead } = await findBroker(named.url);
    // Who names a broker means it, even one that ends soon: a command may call others.
    if (kind === 'broker' || kind === 'temporary') return { url: named.url };
    throw new ExpectedError(
      `${kind === 'nothing' ? 'nothing answers' : 'no Pact Broker answers'} at ${named.shownUrl} (${named.variable}): ` +
        `${instead}. Start that broker or correct the variable, or unset it to use the embedded one.`,
    );
  }
  const { resolved: _, ...configuration } = configurationOf(options);
  const { port } = configuration;
  const usual = `http://127.0.0.1:${port}`;
  const kind = port === 0 ? 'nothing' : (await findBroker(usual)).kind;
  if (kind === 'broker') return { url: usual };
  const broker = await openPassing(configuration, kind === 'nothing' ? port : 0);
  return { url: broker.url, broker };
}

/** A broker that ends with the command: on the port, or on a free one if that was taken since it was looked at. */
async function openPassing(options: BrokerOptions, port: number): Promise<OpenBroker> {
  try {
    return await openBroker({ ...options, port, temporary: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port === 0) throw error;
    return openPassing(options, 0);
  }
}

/**
 * Runs the command with the broker's address in its environment. The broker loads while the command starts; the database
 * is open by then, and requests wait.
 * @returns the command's exit code
 */
async function run(
  command: string,
  args: readonly string[],
  url: string,
  broker: OpenBroker | undefined,
): Promise<number> {
  const child = spawn(command, args, {
    stdio: 'inherit',
    env: { ...process.env, PACT_BROKER_BASE_URL: url },
  });
  // The broker has to outlive the child, whatever ends this process otherwise.
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of keyboardSignals) process.on(signal, ignore);
  for (const signal of passedOn) process.on(signal, forward);
  const loading = broker?.load();
  loading?.catch(() => child.kill());
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      child.once('error', (error) => reject(new NotStarted(command, error)));
      child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
    });
    await loading;
    return exitCode;
  } finally {
    for (const signal of keyboardSignals) process.off(signal, ignore);
    for (const signal of passedOn) process.off(signal, forward);
  }
}

/** What the keyboard sends reaches the child by itself. */
const keyboardSignals = ['SIGINT', 'SIGQUIT'] as const;
/** What else ends a process that does not listen to it. */
const passedOn = ['SIGTERM', 'SIGHUP', 'SIGUSR2'] as const;
const ignore = () => undefined;

/** The command is not there, or can't be run; the exit codes are those of shells. */
class NotStarted extends ExpectedError {
  readonly exitCode: number;

  constructor(command: string, { code, message }: NodeJS.ErrnoException) {
    const isMissing = code === 'ENOENT';
    super(isMissing ? `there is no command "${command}"` : `can't run the command "${command}": ${message}`);
    this.exitCode = isMissing ? 127 : 126;
  }
}
