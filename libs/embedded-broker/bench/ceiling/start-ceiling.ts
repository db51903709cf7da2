import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../test/free-port.ts';

const server = fileURLToPath(new URL('server.ts', import.meta.url));

export interface Ceiling extends AsyncDisposable {
  readonly url: string;
  /** Has a path answer a text. */
  keep(path: string, body: string): Promise<void>;
}

/** Starts Express and SQLite alone, in a process of their own. */
export async function startCeiling(file: string): Promise<Ceiling> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', server, String(port), file],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const stopped = once(child, 'exit');
  const keep = async (path: string, body: string) => {
    await fetch(url + path, { method: 'PUT', body });
  };
  const answers = () =>
    keep('/', '').then(
      () => true,
      () => false,
    );
  while (!(await answers())) {
    if (child.exitCode !== null) throw new Error(`the ceiling ended with code ${child.exitCode}`);
    await after(5);
  }
  return {
    url,
    keep,
    async [Symbol.asyncDispose]() {
      child.kill();
      await stopped;
    },
  };
}
