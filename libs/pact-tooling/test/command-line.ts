import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { pact } from './pact-fixtures.ts';

/** The exit code of a command, and its output. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real command in its own process, in a folder with a `pact.json`. */
export interface TestCommandLine extends AsyncDisposable {
  /** @param env variables in addition to the broker's address, version 1 and branch `main` */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>;
}

/** The file that Node runs. */
export const command = fileURLToPath(new URL('../bin/pact-tooling.mjs', import.meta.url));

/** @param broker the URL of the broker */
export async function commandLine(broker: string): Promise<TestCommandLine> {
  const directory = await temporaryDirectory();
  await directory.write('pact.json', pact([{ description: 'one' }]));
  const given = {
    PATH: process.env['PATH'],
    PACT_BROKER_BASE_URL: broker,
    VERSION_COMMIT: '1',
    VERSION_BRANCH: 'main',
  };
  return {
    run: (args, env = {}) =>
      new Promise((resolve) => {
        const options = { env: { ...given, ...env }, cwd: directory.path };
        execFile(process.execPath, [command, ...args], options, (error, stdout, stderr) => {
          resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
        });
      }),
    [Symbol.asyncDispose]: () => directory[Symbol.asyncDispose](),
  };
}
