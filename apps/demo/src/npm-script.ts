import { spawn } from 'node:child_process';

export interface ScriptResult {
  readonly exitCode: number;
  /** Both streams, in the order in which they were read. */
  readonly output: string;
}

/**
 * Runs a script of a package, as `npm run` in its folder does.
 * @param options `onLine` receives each line that is printed, to show progress; `signal` stops the script and its
 * children
 * @throws Error when npm can't be started, or when the script was stopped
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
      // A process group of its own, so that Jest's workers are stopped with it.
      detached: true,
    });
    const stop = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      } catch {
        // The script has just ended.
      }
    };
    signal.addEventListener('abort', stop, { once: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        output += text;
        for (const line of text.split('\n')) if (line.trim() !== '') onLine?.(line.trim());
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) reject(new Error('stopped'));
      else resolve({ exitCode: code ?? 1, output });
    });
  });
}
