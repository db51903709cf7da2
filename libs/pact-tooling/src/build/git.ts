import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PactToolingError } from '@pact-workshop/broker-client';

/** Commit and branch of a work tree. */
export interface GitState {
  /** Full SHA of the current commit; undefined before the first one. */
  readonly commit: string | undefined;
  /** Undefined on a detached head. */
  readonly branch: string | undefined;
}

/** The state of a directory's work tree; undefined if there is no work tree or no git, or git can't read it. */
export function gitState(cwd: string): GitState | undefined {
  // Three questions in one call. Before the first commit only the first one has an answer, and git fails.
  const { status, stdout } = runGit(cwd, [
    'rev-parse',
    '--is-inside-work-tree',
    'HEAD',
    '--symbolic-full-name',
    'HEAD',
  ]);
  const [isInside, head, reference = ''] = (stdout ?? '').split(/\r?\n/);
  if (isInside !== 'true') return undefined;
  if (status !== 0)
    return { commit: undefined, branch: branchOf(git(cwd, ['symbolic-ref', '--quiet', 'HEAD'])) };
  return { commit: head, branch: branchOf(reference) };
}

/** The branch of a full reference. That of a detached head is `HEAD`. */
function branchOf(reference = ''): string | undefined {
  return /^refs\/heads\/(.+)$/.exec(reference)?.[1];
}

/**
 * Git does not read a work tree that belongs to another user, which is common in containers. There is a commit,
 * however, so nothing else may be used as the version.
 * @throws PactToolingError if the directory is in such a work tree
 */
export function refuseUnreadable(cwd: string): void {
  // LC_ALL, as the text depends on the language. Without git there is no text.
  const { stderr } = runGit(cwd, ['rev-parse', '--is-inside-work-tree'], { LC_ALL: 'C' });
  if (!/dubious ownership/.test(stderr ?? '')) return;
  throw new PactToolingError(
    `Can't determine the version of ${cwd}: git refuses to read it, as it belongs to another user. Trust it with ` +
      `"git config --global --add safe.directory ${cwd}", or name the version with VERSION_COMMIT.`,
  );
}

/**
 * SHA of the tree that a commit of everything would have; undefined if there is nothing to commit.
 * @throws PactToolingError if git can't add everything
 */
export function uncommittedTree(cwd: string, versionOption: string): string | undefined {
  const isClean = git(cwd, ['status', '--porcelain', '--untracked-files=all']) === '';
  return isClean ? undefined : treeOfEverything(cwd, versionOption);
}

/** Writes the tree with a temporary index and object store: neither staged changes nor the repository change. */
function treeOfEverything(cwd: string, versionOption: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'pact-tooling-'));
  try {
    const root = git(cwd, ['rev-parse', '--show-toplevel']) ?? cwd;
    const gitPath = (name: string) => resolve(root, git(root, ['rev-parse', '--git-path', name]) ?? '');
    const env = {
      GIT_INDEX_FILE: join(directory, 'index'),
      GIT_OBJECT_DIRECTORY: join(directory, 'objects'),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: gitPath('objects'),
    };
    mkdirSync(env.GIT_OBJECT_DIRECTORY);
    if (existsSync(gitPath('index'))) copyFileSync(gitPath('index'), env.GIT_INDEX_FILE);
    const isComplete = git(root, ['add', '--all'], env) !== undefined;
    const tree = isComplete ? git(root, ['write-tree'], env) : undefined;
    if (tree === undefined) {
      throw new PactToolingError(
        `Can't determine the version of ${root}: it has uncommitted changes that git can't add (see "git add --all --dry-run"). ` +
          `Commit or remove them, or name the version with ${versionOption} or VERSION_COMMIT.`,
      );
    }
    return tree;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The output of git; undefined if it fails, or there is no git. */
function git(cwd: string, args: readonly string[], env?: Record<string, string>): string | undefined {
  const { status, stdout } = runGit(cwd, args, env);
  return status === 0 ? stdout.trim() : undefined;
}

function runGit(
  cwd: string,
  args: readonly string[],
  env: Record<string, string> = {},
): SpawnSyncReturns<string> {
  return spawnSync('git', args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    // Git warns about each file whose line endings it will change.
    maxBuffer: Infinity,
  });
}
