import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { commandEnvironment } from './command-environment.ts';

const run = promisify(execFile);

/** What a workspace's repository is told, so that nothing depends on how somebody's git is set up. */
const settings = `
[user]
	name = Learner
	email = learner@example.org
[commit]
	gpgSign = false
[core]
	autocrlf = false
	hooksPath = /dev/null
	excludesFile = /dev/null
`;

/**
 * Commits all that is in a folder, in a repository of its own; where there is none, it is made, with the branch `main`.
 * @throws Error with git's message
 */
export async function commitEverything(folder: string, message: string): Promise<void> {
  if (!hasRepository(folder)) {
    await git(folder, 'init', '--quiet', '--initial-branch=main');
    await appendFile(join(folder, '.git/config'), settings);
  }
  await git(folder, 'add', '--all');
  if ((await git(folder, 'status', '--porcelain')) !== '')
    await git(folder, 'commit', '--quiet', '--message', message);
}

/** Paths of what git knows in a folder with a repository of its own; none where there is no such repository. */
export async function committedFiles(folder: string): Promise<string[]> {
  if (!hasRepository(folder)) return [];
  return (await git(folder, 'ls-files', '-z')).split('\0').filter(Boolean);
}

/** Only the folder's own counts: a playground lies within the project's. */
function hasRepository(folder: string): boolean {
  return existsSync(join(folder, '.git'));
}

async function git(folder: string, ...args: string[]): Promise<string> {
  const { stdout } = await run('git', args, { cwd: folder, env: commandEnvironment(process.env) });
  return stdout;
}
