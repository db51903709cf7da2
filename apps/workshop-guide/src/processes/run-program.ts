import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Runs a program to its end, without a shell.
 * @returns both streams
 * @throws Error with `stdout`, `stderr`, `code` and `signal` when the program can't be started or fails
 */
export const runProgram = promisify(execFile);

/** Like `runProgram`, for callers that can't wait; returns the standard output. */
export function runProgramSync(program: string, args: readonly string[], env: NodeJS.ProcessEnv): string {
  return execFileSync(program, args, { encoding: 'utf8', env, stdio: 'pipe' });
}
