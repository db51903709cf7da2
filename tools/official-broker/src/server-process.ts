import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';

/** A server in a process of its own. */
export interface ServerProcess extends AsyncDisposable {
  /** The match of what it said when it was ready. */
  readonly ready: RegExpExecArray;
}

interface ServerOptions extends Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'> {
  /** What it says when it is ready. */
  readonly ready: RegExp;
  /** What makes it end, its connections included. */
  readonly endBy: NodeJS.Signals;
}

/** How long it may take until a server is ready, in milliseconds. */
const patience = 60_000;

/**
 * Starts a server, and waits until it says that it is ready.
 * @throws Error with the end of its log, when it ends before or takes too long
 */
export async function startServer(
  command: string,
  args: readonly string[],
  { ready, endBy, ...options }: ServerOptions,
): Promise<ServerProcess> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const match = await untilReady(child, command, ready);
    return { ready: match, [Symbol.asyncDispose]: () => end(child, endBy) };
  } catch (error) {
    await end(child, endBy);
    throw error;
  }
}

function untilReady(child: ChildProcess, command: string, ready: RegExp): Promise<RegExpExecArray> {
  let log = '';
  return new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`${command} ${what}. Its log ends so:\n${log}`));
    const tooLate = setTimeout(() => fail(`was not ready after ${patience / 1_000} s`), patience);
    child.once('error', ({ message }) => fail(`could not be started (${message})`));
    child.once('exit', (code, signal) => fail(`ended with ${signal ?? code}`));
    child.once('exit', () => clearTimeout(tooLate));
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        log = (log + chunk.toString()).slice(-4_000);
        const match = ready.exec(log);
        if (!match) return;
        clearTimeout(tooLate);
        resolve(match);
      });
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
