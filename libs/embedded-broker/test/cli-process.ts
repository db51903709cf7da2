import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
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

/** Milliseconds after which a command counts as hanging: the slowest takes a tenth of it on a busy machine. */
const deadline = 15_000;

/**
 * Runs `embedded-broker` to its end.
 * @throws Error that names the command when it does not end
 */
export function runCli(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const settings = { env: environment(options.env), cwd: options.cwd };
    const limit = { timeout: deadline, killSignal: 'SIGKILL' } as const;
    execFile(process.execPath, [cli, ...args], { ...settings, ...limit }, (error, stdout, stderr) => {
      if (error?.killed) reject(new Error(`"${args.join(' ')}" does not end: ${stdout}${stderr}`));
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

/** A command that goes on. */
export interface OpenCli extends AsyncDisposable {
  readonly process: ChildProcess;
  /**
   * Waits until it has printed something.
   * @throws Error with what it printed when it ends before, or prints nothing of the kind
   */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  /**
   * Waits for its end.
   * @throws Error when it does not end
   */
  end(): Promise<readonly [code: number | null, signal: NodeJS.Signals | null]>;
}

/** Starts `embedded-broker` with a command that goes on. */
export function openCli(args: readonly string[], env: Record<string, string> = {}): OpenCli {
  const child = spawn(process.execPath, [cli, ...args], { env: environment(env) });
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  let printed = '';
  const seen = new EventEmitter();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      seen.emit('text');
    });
  const inTime = async <T>(what: string, wait: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const signal = AbortSignal.timeout(deadline);
    try {
      return await wait(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      throw new Error(`"${args.join(' ')}" ${what}. It printed: ${printed}`, { cause: error });
    }
  };
  const late = (signal: AbortSignal) => once(signal, 'abort').then(() => signal.throwIfAborted());
  return {
    process: child,
    until: (pattern) =>
      inTime(`does not print ${String(pattern)}`, async (signal) => {
        for (;;) {
          const match = pattern.exec(printed);
          if (match) return match;
          if (child.exitCode !== null || child.signalCode !== null)
            throw new Error(`"${args.join(' ')}" ended: ${printed}`);
          await Promise.race([once(seen, 'text', { signal }), ended]);
        }
      }),
    end: () =>
      inTime('does not end', async (signal) => {
        await Promise.race([ended, late(signal)]);
        return ended;
      }),
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await ended;
    },
  };
}

export interface StartedCli extends OpenCli {
  readonly url: string;
}

/** Starts `embedded-broker start` on a free port and waits until it listens. */
export async function startCli(db: string, env: Record<string, string> = {}): Promise<StartedCli> {
  const open = openCli(['start', '--port', '0', '--db', db], env);
  const [, url = ''] = await open.until(/Pact Broker on (http:\S+) /);
  return { ...open, url };
}
