import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandEnvironment, runProgram } from '../processes/index.ts';

const email = 'learner@example.org';

/** Settings of a workspace's repository, so that nothing depends on the user's git configuration. */
const settings = `
[user]
	name = Learner
	email = ${email}
[commit]
	gpgSign = false
[core]
	autocrlf = false
	hooksPath = /dev/null
	excludesFile = /dev/null
`;

/**
 * Creates a repository with the branch `main` in a folder that has no repository of its own.
 * @throws Error with git's message
 */
export async function makeRepository(folder: string): Promise<void> {
  if (hasRepository(folder)) return;
  // The settings are written first: git keeps them, and they identify the folder even when the layout is interrupted
  // here.
  await mkdir(join(folder, '.git'), { recursive: true });
  await writeFile(join(folder, '.git/config'), settings);
  await git(folder, 'init', '--quiet', '--initial-branch=main');
}

/** Whether `makeRepository` created the folder's repository. */
export function isOurRepository(folder: string): boolean {
  try {
    return readFileSync(join(folder, '.git/config'), 'utf8').includes(`email = ${email}\n`);
  } catch {
    return false;
  }
}

/**
 * Commits all changes in a folder's own repository.
 * @throws Error with git's message
 */
export async function commitEverything(folder: string, message: string): Promise<void> {
  await git(folder, 'add', '--all');
  // Not by `git status`: it also lists files that the learner has written since.
  if ((await git(folder, 'diff', '--cached', '--name-only')) !== '')
    await git(folder, 'commit', '--quiet', '--message', message);
}

/** Paths of the files in the index of a folder's own repository; none when it has no repository. */
export async function committedFiles(folder: string): Promise<string[]> {
  if (!hasRepository(folder)) return [];
  return (await git(folder, 'ls-files', '-z')).split('\0').filter(Boolean);
}

/** Only the folder's own repository counts: a playground lies within the project's. */
function hasRepository(folder: string): boolean {
  return existsSync(join(folder, '.git/HEAD'));
}

async function git(folder: string, ...args: string[]): Promise<string> {
  const { stdout } = await runProgram('git', args, { cwd: folder, env: commandEnvironment(process.env) });
  return stdout;
}
