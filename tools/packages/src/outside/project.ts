import { cp, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Tarball } from '../pack.ts';
import { run } from '../run.ts';
import { userEnvironment } from './user-environment.ts';

/** The files of a user who has installed both packages. */
const files = fileURLToPath(new URL('../../outside', import.meta.url));

const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

/** A user's project with both packages, and the test runners. */
export async function userProject(folder: string, tarballs: readonly Tarball[]): Promise<string> {
  await cp(files, folder, { recursive: true });
  await run('npm', ['install', ...quiet, ...tarballs.map(({ path }) => path)], {
    cwd: folder,
    env: userEnvironment(),
  });
  return folder;
}

/** A user's project in a workspace of npm: the packages belong to one of its members. */
export async function npmWorkspace(folder: string, tarballs: readonly Tarball[]): Promise<string> {
  const member = join(folder, 'services/shop');
  await copyWorkflow(member);
  await writeJson(join(folder, 'package.json'), { private: true, workspaces: ['services/*'] });
  await writeJson(join(member, 'package.json'), {
    name: 'shop',
    private: true,
    dependencies: byName(tarballs),
  });
  await run('npm', ['install', ...quiet], { cwd: folder, env: userEnvironment() });
  return member;
}

/** A user's project of pnpm, which gives a package only what it asks for. */
export async function pnpmProject(folder: string, tarballs: readonly Tarball[]): Promise<string> {
  await copyWorkflow(folder);
  await writeJson(join(folder, 'package.json'), { private: true, dependencies: byName(tarballs) });
  await run('npx', ['--yes', 'pnpm@12.21.0', 'install', '--reporter=append-only'], {
    cwd: folder,
    env: userEnvironment(),
  });
  return folder;
}

/** What the broker brings along when it is installed alone: packages, and bytes of its files. */
export async function brokerAlone(
  folder: string,
  broker: Tarball,
): Promise<{ packages: number; bytes: number }> {
  await mkdir(folder, { recursive: true });
  await writeJson(join(folder, 'package.json'), { private: true });
  await run('npm', ['install', ...quiet, broker.path], { cwd: folder, env: userEnvironment() });
  const listed = await run('npm', ['ls', '--all', '--parseable'], { cwd: folder, env: userEnvironment() });
  const entries = await readdir(join(folder, 'node_modules'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  // The first line is the project itself.
  return {
    packages: listed.trim().split('\n').length - 1,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}

async function copyWorkflow(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const entry of await readdir(files))
    if (['workflow.cjs', 'pacts', 'node-test'].includes(entry))
      await cp(join(files, entry), join(folder, entry), { recursive: true });
}

const byName = (tarballs: readonly Tarball[]) =>
  Object.fromEntries(tarballs.map(({ name, path }) => [name, `file:${path}`]));

const writeJson = (path: string, value: object) => writeFile(path, `${JSON.stringify(value, null, 2)}\n`);
