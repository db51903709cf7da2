import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { commandEnvironment } from './command-environment.ts';

/** How a command ended. */
export interface CommandResult {
  readonly exitCode: number;
  /** Both streams in the order in which they were written, without colours. */
  readonly output: string;
  readonly durationMs: number;
  /** Whether the command was stopped at its time limit; its exit code is then never 0. */
  readonly outOfTime: boolean;
}

export interface RunOptions {
  /** Stops the command and its child processes. */
  readonly signal?: AbortSignal | undefined;
  /** Variables to add to the environment. */
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds after which the command and its child processes are stopped; no limit by default. */
  readonly limitMs?: number | undefined;
}

/** Exit code of a command that was stopped at its limit; the same as of the program `timeout`. */
const outOfTimeCode = 124;

/** Milliseconds between SIGTERM and SIGKILL. */
const grace = 2000;

/**
 * Runs a command line in a workspace, in a shell.
 * @throws the signal's reason when the command was stopped; Error when there is no shell
 */
export async function runCommand(
  workspace: string,
  command: string,
  { signal, env, limitMs }: RunOptions = {},
): Promise<CommandResult> {
  signal?.throwIfAborted();
  const startedAt = performance.now();
  return await new Promise((resolve, reject) => {
    // One pipe for both streams: the order of two pipes is lost, and an error could come before the output that led to
    // it.
    const child = spawn(`exec 2>&1\n${command}`, {
      shell: true,
      cwd: workspace,
      env: commandEnvironment(process.env, env),
      stdio: ['ignore', 'pipe', 'ignore'],
      // A process group of its own, so that the children of make and Jest are stopped with it.
      detached: true,
    });
    const kill = (how: NodeJS.Signals) => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, how);
      } catch {
        // The command has just ended.
      }
    };
    let insist: NodeJS.Timeout | undefined;
    const stop = () => {
      kill('SIGTERM');
      insist = setTimeout(() => {
        kill('SIGKILL');
        // Do not wait for a process that left the group and keeps the output open.
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
