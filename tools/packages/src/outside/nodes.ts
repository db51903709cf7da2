import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../run.ts';
import { userEnvironment } from './user-environment.ts';

/** The Nodes of the matrix: the oldest that the packages promise, the project's, and the newest. */
export const nodeVersions = ['22.13.0', '24.21.0', '26.10.0'] as const;

/** A Node that is installed. */
export interface InstalledNode {
  readonly version: string;
  /** The folder with its program, for PATH. */
  readonly bin: string;
}

/**
 * Installs a Node from npm.
 * @param folder where its package goes
 */
export async function installNode(version: string, folder: string): Promise<InstalledNode> {
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, allowScripts: { node: true } }),
  );
  await run('npm', ['install', '--no-audit', '--no-fund', `node@${version}`], {
    cwd: folder,
    env: userEnvironment(),
  });
  const bin = join(folder, 'node_modules/node/bin');
  const said = (await run(join(bin, 'node'), ['--version'])).trim();
  if (said !== `v${version}`) throw new Error(`node@${version} is Node ${said}`);
  return { version, bin };
}
