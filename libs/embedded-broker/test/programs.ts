import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';

export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Milliseconds after which a program counts as hanging: the slowest takes a tenth of it on a busy machine. */
const deadline = 15_000;

/** A program and its arguments. */
export type CommandLine = readonly [program: string, ...args: string[]];

/** Where a program runs. */
export interface Surroundings {
  readonly cwd?: string | undefined;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Runs a program to its end.
 * @throws Error that names the command when it does not end
 */
export function runProgram([program, ...args]: CommandLine, surroundings: Surroundings): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const limit = { timeout: deadline, killSignal: 'SIGKILL' } as const;
    execFile(program, args, { ...surroundings, ...limit }, (error, stdout, stderr) => {
      if (error?.killed) reject(new Error(`"${args.join(' ')}" does not end: ${stdout}${stderr}`));
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

/** A program that goes on. */
export interface OpenProgram extends AsyncDisposable {
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

/** Starts a program that goes on. */
export function openProgram([program, ...args]: CommandLine, surroundings: Surroundings): OpenProgram {
  const child = spawn(program, args, surroundings);
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
