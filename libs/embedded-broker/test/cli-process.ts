import { fileURLToPath } from 'node:url';
import { openProgram, runProgram, type CommandLine, type Finished, type OpenProgram } from './programs.ts';

/** The command of the checkout, or the executable that the environment names. */
const executable = process.env['EMBEDDED_BROKER_EXECUTABLE'];
const command: CommandLine = executable
  ? [executable]
  : [process.execPath, fileURLToPath(new URL('../bin/embedded-broker.mjs', import.meta.url))];

/** The environment of a user who has set nothing. */
const environment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  ...more,
});

/**
 * Runs `embedded-broker` to its end.
 * @throws Error that names the command when it does not end
 */
export const runCli = (
  args: readonly string[],
  { cwd, env }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Finished> => runProgram([...command, ...args], { cwd, env: environment(env) });

/** Starts `embedded-broker` with a command that goes on. */
export const openCli = (args: readonly string[], env: Record<string, string> = {}): OpenProgram =>
  openProgram([...command, ...args], { env: environment(env) });

export interface StartedCli extends OpenProgram {
  readonly url: string;
}

/** Starts `embedded-broker start` on a free port and waits until it listens. */
export async function startCli(db: string, env: Record<string, string> = {}): Promise<StartedCli> {
  const open = openCli(['start', '--port', '0', '--db', db], env);
  const [, url = ''] = await open.until(/Pact Broker on (http:\S+) /);
  return { ...open, url };
}
