import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import type { CommandStep } from './command.ts';

/** What a command left behind. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Variables that would change what the commands do; they are not passed on. */
const own = /^(PACT_|OTEL_|https?_proxy$|all_proxy$|GIT_|CI$|GITHUB_)/i;

/**
 * Calls the official command line (`pact-broker` or `pact-verifier`, from node_modules/.bin).
 * @throws Error when it is not on the path
 */
export function runCommand(
  broker: string,
  step: CommandStep,
  args: readonly string[],
  folder: string,
): Promise<Ran> {
  const program = step.row === 'pact-verifier' ? 'pact-verifier' : 'pact-broker';
  const needsBroker = step.row !== 'generate-uuid';
  const all = [
    ...(step.row === 'pact-verifier' ? [] : step.row === 'provider-states' ? [step.row, 'list'] : [step.row]),
    ...args,
    ...(needsBroker ? ['--broker-' + (program === 'pact-verifier' ? 'url' : 'base-url'), broker] : []),
  ];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
  return new Promise((resolve, reject) => {
    const child = spawn(program, all, {
      cwd: folder,
      env: { ...env, PACT_DO_NOT_TRACK: 'true', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const streams = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (streams.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (streams.stderr += chunk.toString()));
    child.once('error', reject);
    child.once('close', (exitCode) =>
      resolve({
        exitCode: exitCode ?? -1,
        stdout: stripVTControlCharacters(streams.stdout),
        stderr: stripVTControlCharacters(streams.stderr),
      }),
    );
  });
}
