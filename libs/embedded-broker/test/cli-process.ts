import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../bin/embedded-broker.mjs', import.meta.url));

/** The environment of a user who has set nothing. */
const environment = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  ...more,
});

export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `embedded-broker` to its end. */
export function runCli(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    const settings = { env: environment(options.env), ...(options.cwd ? { cwd: options.cwd } : {}) };
    execFile(process.execPath, [cli, ...args], settings, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

export interface StartedCli extends AsyncDisposable {
  readonly process: ChildProcess;
  readonly url: string;
}

/** Starts `embedded-broker start` on a free port and waits until it listens. */
export async function startCli(db: string, env: Record<string, string> = {}): Promise<StartedCli> {
  const child = spawn(process.execPath, [cli, 'start', '--port', '0', '--db', db], { env: environment(env) });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const url = /http:\/\/\S+/.exec(line.toString())?.[0] ?? '';
  return {
    process: child,
    url,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
