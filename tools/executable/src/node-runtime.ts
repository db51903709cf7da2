import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run, top } from '@pact-workshop/packages';
import { nodePackage } from './node-package.ts';

/** The Node that goes into the executable. */
export interface NodeRuntime {
  readonly version: string;
  /** Path of its executable. */
  readonly executable: string;
  /** Text of its license. */
  readonly license: string;
}

/**
 * Gets the Node on which the project's tests run, for this platform, from npm; once for each version.
 * @throws Error with what npm says
 */
export async function getNode(): Promise<NodeRuntime> {
  const version = await testedVersion();
  const name = nodePackage(process.platform, process.arch);
  const folder = join(top, 'node_modules/.cache/executable', `${name}-${version}`);
  const content = join(folder, 'node_modules', name);
  if (!existsSync(join(content, 'package.json')))
    await npm([
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--ignore-scripts',
      '--prefer-offline',
      `${name}@${version}`,
    ]);
  const { bin } = JSON.parse(await readFile(join(content, 'package.json'), 'utf8')) as {
    readonly bin: { readonly node: string };
  };
  return {
    version,
    executable: join(content, bin.node),
    // The package for Windows has none.
    license: await readFile(join(content, 'LICENSE'), 'utf8').catch(
      () => `https://github.com/nodejs/node/blob/v${version}/LICENSE\n`,
    ),
  };
}

async function testedVersion(): Promise<string> {
  const { devDependencies } = JSON.parse(await readFile(join(top, 'package.json'), 'utf8')) as {
    readonly devDependencies: { readonly node: string };
  };
  return devDependencies.node;
}

/** By its file in JavaScript, which `npm run` names: Windows starts no other file of npm without a shell. */
function npm(args: readonly string[]): Promise<string> {
  const file = process.env['npm_execpath'];
  if (!file) throw new Error('start this by npm, as "make executable" does');
  return run(process.execPath, [file, ...args]);
}
