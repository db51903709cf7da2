import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { commandEnvironment } from './command-environment.ts';

/** How a command ended. */
export interface CommandResult {
  readonly exitCode: number;
  /** Both streams as they came, without colours. */
  readonly output: string;
  readonly durationMs: number;
  /** Whether it was stopped because it took longer than it may; it then never ends with exit code 0. */
  readonly outOfTime: boolean;
}

export interface RunOptions {
  /** Stops the command with all that it started. */
  readonly signal?: AbortSignal | undefined;
  /** Variables to add to those a learner's shell has. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds after which it is stopped with all that it started; by default it may take as long as it likes. */
  readonly limitMs?: number | undefined;
}

/** Exit code of a command that took too long, as `timeout` of the shell has it. */
const outOfTimeCode = 124;

/** Milliseconds between asking a command to stop and ending it. */
const grace = 2000;

/**
 * Runs a command in a workspace as a learner types it.
 * @throws the signal's reason when it was stopped; Error when there is no shell
 */
export async function runCommand(
  workspace: string,
  command: string,
  { signal, env, limitMs }: RunOptions = {},
): Promise<CommandResult> {
  signal?.throwIfAborted();
  const startedAt = performance.now();
  return await new Promise((resolve, reject) => {
    // One pipe for both streams: two would be read in whatever order, and an error could stand before what led to it.
    const child = spawn(`exec 2>&1\n${command}`, {
      shell: true,
      cwd: workspace,
      env: commandEnvironment(process.env, env),
      stdio: ['ignore', 'pipe', 'ignore'],
      // A process group of its own, so that what make and Jest start can be stopped with it.
      detached: true,
    });
    const kill = (how: NodeJS.Signals) => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, how);
      } catch {
        // it has just ended by itself
      }
    };
    let insist: NodeJS.Timeout | undefined;
    const stop = () => {
      kill('SIGTERM');
      insist = setTimeout(() => {
        kill('SIGKILL');
        // What left the process group may still hold the output: nobody waits for that.
        child.stdout.destroy();
      }, grace);
    };
    let outOfTime = false;
    const limit =
      limitMs === undefined
        ? undefined
        : setTimeout(() => {
            outOfTime = true;
            stop();
          }, limitMs);
    signal?.addEventListener('abort', stop, { once: true });
    const settle = () => {
      clearTimeout(insist);
      clearTimeout(limit);
      signal?.removeEventListener('abort', stop);
    };
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('close', (code) => {
      settle();
      if (signal?.aborted) reject(signal.reason as Error);
      else
        resolve({
          exitCode: outOfTime ? outOfTimeCode : (code ?? 1),
          output: stripVTControlCharacters(Buffer.concat(chunks).toString('utf8')),
          durationMs: Math.round(performance.now() - startedAt),
          outOfTime,
        });
    });
  });
}
