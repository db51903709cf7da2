import { spawn } from 'node:child_process';

export interface ScriptResult {
  readonly exitCode: number;
  /** Both streams, as they came. */
  readonly output: string;
}

/**
 * Runs a script of a package, as `npm run` in its folder does.
 * @param onLine is told each line as it comes, to show progress
 * @param signal stops the script with all that it started
 */
export function runScript(
  folder: string,
  script: string,
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly onLine?: (line: string) => void;
    readonly signal: AbortSignal;
  },
): Promise<ScriptResult> {
  const { env = {}, onLine, signal } = options;
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: folder,
      env: { ...process.env, ...env, FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, so that Jest's workers can be stopped with it.
      detached: true,
    });
    const stop = () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    };
    signal.addEventListener('abort', stop, { once: true });
    let output = '';
    const collect = (chunk: Buffer) => {
      const text = chunk.toString('utf8');
      output += text;
      for (const line of text.split('\n')) if (line.trim() !== '') onLine?.(line.trim());
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(new Error('stopped'));
      else resolve({ exitCode: code ?? 1, output });
    });
  });
}
