import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** How a run of tests ended. */
export interface TestRun {
  readonly ended: 'passed' | 'failed' | 'hung';
  readonly seconds: number;
  /** What it said. */
  readonly output: string;
}

/**
 * Runs test files of a project.
 *
 * @param project - the project's folder
 * @param tests - its test files, from that folder on
 * @param limit - seconds after which the run counts as hung and is killed with all that it started
 */
export async function runTests(
  project: string,
  tests: readonly string[],
  limit: number,
  stop: AbortSignal,
): Promise<TestRun> {
  const from = performance.now();
  const child = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=DEP0060',
      join(project, '../../node_modules/jest/bin/jest.js'),
      ...['--bail', '--forceExit', '--runInBand', '--silent', '--runTestsByPath'],
      ...tests.map((test) => join(project, test)),
    ],
    { cwd: project, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  let hung = false;
  const kill = () => {
    // The group: the tests start processes of their own.
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  const timer = setTimeout(() => {
    hung = true;
    kill();
  }, limit * 1_000);
  stop.addEventListener('abort', kill);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(timer);
  stop.removeEventListener('abort', kill);
  kill();
  stop.throwIfAborted();
  const seconds = (performance.now() - from) / 1_000;
  return { ended: hung ? 'hung' : code === 0 ? 'passed' : 'failed', seconds, output };
}
