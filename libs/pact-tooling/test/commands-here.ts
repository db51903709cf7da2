import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { createProgram } from '../src/cli/program.ts';
import type { Ended, TestCommandLine } from './command-line.ts';
import { pact } from './pact-fixtures.ts';

/** What `process.exit` becomes, so that a command ends and not the tests. */
class Exit extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`it exits with ${code}`);
    this.code = code;
  }
}

/**
 * The commands in the process of the tests, which takes no time to start; in a folder with a `pact.json`, one at a
 * time.
 * @param broker the URL of the broker that they speak with
 */
export async function commandsHere(broker: string): Promise<TestCommandLine & { readonly folder: string }> {
  const directory = await temporaryDirectory();
  await directory.write('pact.json', pact([{ description: 'one' }]));
  const given = { PACT_BROKER_BASE_URL: broker, VERSION_COMMIT: '1', VERSION_BRANCH: 'main' };
  return {
    folder: directory.path,
    run: (args, env = {}) => inPlace(directory.path, { ...given, ...env }, (said) => runHere(args, said)),
    [Symbol.asyncDispose]: () => directory[Symbol.asyncDispose](),
  };
}

/** What was said on the two streams. */
type Said = Record<'stdout' | 'stderr', string>;

/** Runs a command line, and returns its exit code. */
async function runHere(args: readonly string[], said: Said): Promise<number> {
  const program = createProgram({
    writeOut: (text) => void (said.stdout += text),
    writeErr: (text) => void (said.stderr += text),
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof Exit) return error.code;
    throw error;
  }
}

/** Has the process look as that of a command would while it runs, and puts everything back. */
async function inPlace(
  folder: string,
  env: Readonly<Record<string, string>>,
  work: (said: Said) => Promise<number>,
): Promise<Ended> {
  const said: Said = { stdout: '', stderr: '' };
  const { env: ownEnv, exitCode } = process;
  const [cwd, exit] = [process.cwd(), process.exit.bind(process)];
  const { log, error } = console;
  process.chdir(folder);
  process.env = { PATH: ownEnv['PATH'], ...env };
  process.exitCode = undefined;
  process.exit = (code) => {
    throw new Exit(Number(code ?? 0));
  };
  console.log = (text: unknown) => void (said.stdout += `${String(text)}\n`);
  console.error = (text: unknown) => void (said.stderr += `${String(text)}\n`);
  try {
    return { code: await work(said), ...said };
  } finally {
    Object.assign(console, { log, error });
    Object.assign(process, { env: ownEnv, exit, exitCode });
    process.chdir(cwd);
  }
}
