import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { createProgram } from '../src/cli/program.ts';
import type { Ended, TestCommandLine } from './command-line.ts';
import { pact } from './pact-fixtures.ts';

/** The error that replaces `process.exit`, so that only the command ends. */
class Exit extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`it exits with ${code}`);
    this.code = code;
  }
}

/**
 * The commands in the process of the tests, as a new process takes long to start. They run one at a time, in a folder
 * with a `pact.json`.
 * @param broker the URL of the broker
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

/** The output of both streams. */
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

/** Gives the process the folder and variables of a command during its work, and restores everything. */
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
