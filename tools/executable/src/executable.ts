import { chmod, copyFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { run } from '@pact-workshop/packages';

/** Node looks for these in its own executable: https://nodejs.org/docs/latest-v24.x/api/single-executable-applications.html */
const blobName = 'NODE_SEA_BLOB';
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

const postject = createRequire(import.meta.url).resolve('postject/dist/cli.js');

/** What an executable is made of. */
export interface Parts {
  /** Path of the Node that it contains. */
  readonly node: string;
  /** Options of Node's command line that it always has. */
  readonly options: readonly string[];
  /** Path of the program, a CommonJS module. */
  readonly program: string;
  /** Paths of the files that the program reads out of the executable, by their names. */
  readonly assets: Readonly<Record<string, string>>;
}

/**
 * Makes an executable of Node and a program.
 * @param folder for what is needed meanwhile
 * @throws Error with what a tool says that fails
 */
export async function makeExecutable(
  output: string,
  folder: string,
  { node, options, program, assets }: Parts,
): Promise<void> {
  const config = join(folder, 'sea.json');
  const blob = join(folder, 'sea.blob');
  await writeFile(
    config,
    JSON.stringify({
      main: program,
      output: blob,
      execArgv: options,
      assets,
      useCodeCache: true,
      disableExperimentalSEAWarning: true,
    }),
  );
  // With the options that it will run with: V8 refuses code that was compiled by some others.
  await run(node, [...options, '--experimental-sea-config', config]);
  await rm(output, { force: true });
  await copyFile(node, output);
  await chmod(output, 0o755);
  await prepare(output);
  await run(process.execPath, [
    postject,
    output,
    blobName,
    blob,
    '--sentinel-fuse',
    fuse,
    ...(process.platform === 'darwin' ? ['--macho-segment-name', 'NODE_SEA'] : []),
  ]);
  // Apple's processors run nothing unsigned. Who distributes the file signs it again, by a name.
  if (process.platform === 'darwin') await run('codesign', ['--sign', '-', output]);
}

/** What has to be done before, as `strip` and the signature want the file that was linked. */
async function prepare(output: string): Promise<void> {
  if (process.platform === 'darwin') await run('codesign', ['--remove-signature', output]);
  if (process.platform !== 'linux') return;
  await run('strip', [output]).catch((error: Error & { readonly cause?: NodeJS.ErrnoException }) => {
    if (error.cause?.code !== 'ENOENT') throw error;
    console.log(
      'There is no "strip" (package binutils): the executable keeps the names of functions in Node.',
    );
  });
}
