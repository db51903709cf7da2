import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A copy of the repository where faults may be put in: the one that a developer works in stays as it is. */
export interface Copy extends AsyncDisposable {
  readonly folder: string;
}

/**
 * Copies the repository into a temporary folder, with its packages.
 *
 * @param top - the repository's folder
 * @param commit - the commit whose files are copied; without it the work tree's, changed and new ones included
 */
export async function copyOf(top: string, commit?: string): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), 'mutants-'));
  const copy = { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
  try {
    await git(top, 'clone', '--quiet', '--shared', '--no-checkout', top, folder);
    await git(folder, 'checkout', '--quiet', commit ?? (await git(top, 'rev-parse', 'HEAD')).trim());
    if (commit === undefined) await takeOverChanges(top, folder);
    await linkPackages(join(top, 'node_modules'), join(folder, 'node_modules'));
    for (const project of await projects(top)) {
      await linkPackages(join(top, project, 'node_modules'), join(folder, project, 'node_modules'));
    }
    return copy;
  } catch (error) {
    await copy[Symbol.asyncDispose]();
    throw error;
  }
}

async function git(folder: string, ...args: string[]): Promise<string> {
  return (await run('git', args, { cwd: folder, maxBuffer: 2 ** 26 })).stdout;
}

/** Puts what is not committed into the copy. */
async function takeOverChanges(top: string, folder: string): Promise<void> {
  const names = async (...args: string[]) =>
    (await git(top, ...args)).split('\0').filter((name) => name !== '');
  for (const name of await names('diff', '--name-only', '-z', '--diff-filter=D', 'HEAD')) {
    await rm(join(folder, name), { force: true });
  }
  const changed = await names('diff', '--name-only', '-z', '--diff-filter=d', 'HEAD');
  const added = await names('ls-files', '--others', '--exclude-standard', '-z');
  for (const name of [...changed, ...added]) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await cp(join(top, name), join(folder, name));
  }
}

async function projects(top: string): Promise<readonly string[]> {
  const folders = ['apps', 'libs', 'tools'];
  const found = await Promise.all(folders.map((name) => readdir(join(top, name)).catch(() => [])));
  return found.flatMap((names, index) => names.map((name) => join(folders[index]!, name)));
}

/**
 * Links each installed package. The links into the repository's own projects stay relative, so that they lead to the
 * copy's files.
 */
async function linkPackages(from: string, to: string): Promise<void> {
  const entries = await readdir(from, { withFileTypes: true }).catch(() => []);
  if (entries.length === 0) return;
  await mkdir(to, { recursive: true });
  for (const entry of entries) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else if (entry.name.startsWith('@') || entry.name === '.bin') await linkPackages(source, target);
    else await symlink(source, target);
  }
}
