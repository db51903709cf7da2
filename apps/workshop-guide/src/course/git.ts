import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandEnvironment, runProgram } from '../processes/index.ts';

const email = 'learner@example.org';

/** What a workspace's repository is told, so that nothing depends on how somebody's git is set up. */
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
 * Makes a repository in a folder that has none of its own, with the branch `main`.
 * @throws Error with git's message
 */
export async function makeRepository(folder: string): Promise<void> {
  if (hasRepository(folder)) return;
  // The settings first: git keeps them, and from then on the folder is told as one of ours, wherever it is cut off.
  await mkdir(join(folder, '.git'), { recursive: true });
  await writeFile(join(folder, '.git/config'), settings);
  await git(folder, 'init', '--quiet', '--initial-branch=main');
}

/** Whether the folder's repository is one that `makeRepository` made. */
export function isOurRepository(folder: string): boolean {
  try {
    return readFileSync(join(folder, '.git/config'), 'utf8').includes(`email = ${email}\n`);
  } catch {
    return false;
  }
}

/**
 * Commits all that is in a folder's own repository.
 * @throws Error with git's message
 */
export async function commitEverything(folder: string, message: string): Promise<void> {
  await git(folder, 'add', '--all');
  // Not by the status: that also tells what somebody has written since.
  if ((await git(folder, 'diff', '--cached', '--name-only')) !== '')
    await git(folder, 'commit', '--quiet', '--message', message);
}

/** Paths of what git knows in a folder with a repository of its own; none where there is no such repository. */
export async function committedFiles(folder: string): Promise<string[]> {
  if (!hasRepository(folder)) return [];
  return (await git(folder, 'ls-files', '-z')).split('\0').filter(Boolean);
}

/** Only the folder's own counts: a playground lies within the project's. */
function hasRepository(folder: string): boolean {
  return existsSync(join(folder, '.git/HEAD'));
}

async function git(folder: string, ...args: string[]): Promise<string> {
  const { stdout } = await runProgram('git', args, { cwd: folder, env: commandEnvironment(process.env) });
  return stdout;
}
