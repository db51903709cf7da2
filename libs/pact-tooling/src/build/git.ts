import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PactToolingError } from '@pact-workshop/broker-client';

/** What git says of a work tree. */
export interface GitState {
  /** Full SHA of the commit that is checked out; undefined before the first one. */
  readonly commit: string | undefined;
  /** Undefined on a detached head. */
  readonly branch: string | undefined;
}

/** The state of the work tree at a directory; undefined when it is in none, git can't read it, or there is no git. */
export function gitState(cwd: string): GitState | undefined {
  if (git(cwd, ['rev-parse', '--is-inside-work-tree']) !== 'true') return undefined;
  return {
    commit: git(cwd, ['rev-parse', '--quiet', '--verify', 'HEAD']),
    branch: git(cwd, ['symbolic-ref', '--quiet', '--short', 'HEAD']) || undefined,
  };
}

/**
 * Git reads no work tree that belongs to another user, which is common in containers. What is built there has a commit
 * all the same, so nothing else may be taken for its version.
 * @throws PactToolingError when the directory is in such a work tree
 */
export function refuseUnreadable(cwd: string): void {
  // Its words depend on the language; there are none where there is no git.
  const { stderr } = runGit(cwd, ['rev-parse', '--is-inside-work-tree'], { LC_ALL: 'C' });
  if (!/dubious ownership/.test(stderr ?? '')) return;
  throw new PactToolingError(
    `Can't tell which version ${cwd} is: git refuses to read it, since it belongs to another user. Trust it with ` +
      `"git config --global --add safe.directory ${cwd}", or name the version with VERSION_COMMIT.`,
  );
}

/**
 * SHA of the tree that committing everything would make; undefined when there is nothing to commit.
 * @throws PactToolingError when git can't add everything
 */
export function uncommittedTree(cwd: string, versionOption: string): string | undefined {
  const isClean = git(cwd, ['status', '--porcelain', '--untracked-files=all']) === '';
  return isClean ? undefined : treeOfEverything(cwd, versionOption);
}

/** Writes the tree by way of an index and an object store of its own: neither what is staged nor the repository changes. */
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
        `Can't tell which version ${root} is: it has uncommitted changes that git can't add (see "git add --all --dry-run"). ` +
          `Commit or remove them, or name the version with ${versionOption} or VERSION_COMMIT.`,
      );
    }
    return tree;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** What git writes; undefined when it fails or there is none. */
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
    // Git warns of each file whose line endings it will change.
    maxBuffer: Infinity,
  });
}
