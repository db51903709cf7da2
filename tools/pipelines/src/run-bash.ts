import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Finished {
  readonly code: number;
  /** What it wrote to both its outputs. */
  readonly output: string;
}

export interface BashOptions {
  /** The options of bash, which a pipeline's runner chooses. */
  readonly flags: readonly string[];
  readonly cwd: string;
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** A folder for the script and its output. */
  readonly scratch: string;
}

let count = 0;

/**
 * Runs a script as a pipeline's runner does: from a file, in a process group of its own. What the script has started in the
 * background is alive afterwards.
 * @returns its end, and how to end what it started
 */
export async function runBash(
  script: string,
  options: BashOptions,
): Promise<Finished & { readonly end: () => void }> {
  count += 1;
  const file = join(options.scratch, `script-${count}.sh`);
  const printed = join(options.scratch, `output-${count}.txt`);
  await writeFile(file, script);
  const output = await open(printed, 'w');
  // Detached, so that it leads a process group.
  const child = spawn('bash', [...options.flags, file], {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', output.fd, output.fd],
    detached: true,
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  await output.close();
  return {
    code: code ?? -1,
    output: await readFile(printed, 'utf8'),
    end: () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Nothing of it is alive.
      }
    },
  };
}
