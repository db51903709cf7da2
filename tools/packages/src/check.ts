import { readFile } from 'node:fs/promises';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import type { Tarball } from './pack.ts';
import { run } from './run.ts';

/** What no package contains. */
const unwanted = /\.test\.|(^|\/)(test|bench)\/|(?<!\.d)\.ts$|tsconfig|jest/;

/**
 * Checks a package with publint and with "Are the types wrong?", for a package that has only ES modules.
 * @throws Error with everything that they found, or with files that must not travel
 */
export async function check(tarball: Tarball): Promise<void> {
  const travelling = tarball.files.filter((path) => unwanted.test(path));
  if (travelling.length > 0) throw new Error(`${tarball.name} contains ${travelling.join(', ')}`);
  const bytes = await readFile(tarball.path);
  const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(bytes).buffer }, strict: true });
  if (messages.length > 0)
    throw new Error(messages.map((message) => formatMessage(message, pkg) ?? message.code).join('\n'));
  await run('attw', [tarball.path, '--profile', 'esm-only', '--no-color']);
}
