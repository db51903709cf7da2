import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What git says of a work tree. */
export interface GitState {
  /** Full SHA of the commit that is checked out. */
  readonly commit: string;
  /** Undefined on a detached head. */
  readonly branch: string | undefined;
  /** SHA of the tree that committing everything would make; undefined when there is nothing to commit. */
  readonly uncommittedTree: string | undefined;
}

/** The state of the work tree at a directory; undefined when it is in none, has no commit yet, or there is no git. */
export function gitState(cwd: string): GitState | undefined {
  const commit = git(cwd, ['rev-parse', '--verify', 'HEAD']);
  if (commit === undefined) return undefined;
  const isClean = git(cwd, ['status', '--porcelain', '--untracked-files=all']) === '';
  return {
    commit,
    branch: git(cwd, ['symbolic-ref', '--quiet', '--short', 'HEAD']) || undefined,
    uncommittedTree: isClean ? undefined : treeOfEverything(cwd),
  };
}

/** Writes the tree by way of an index of its own, so that what is staged stays as it is. */
function treeOfEverything(cwd: string): string | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'pact-tooling-'));
  try {
    const root = git(cwd, ['rev-parse', '--show-toplevel']) ?? cwd;
    const index = join(directory, 'index');
    const current = resolve(root, git(root, ['rev-parse', '--git-path', 'index']) ?? '');
    if (existsSync(current)) copyFileSync(current, index);
    git(root, ['add', '--all'], { GIT_INDEX_FILE: index });
    return git(root, ['write-tree'], { GIT_INDEX_FILE: index });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function git(cwd: string, args: readonly string[], env: Record<string, string> = {}): string | undefined {
  try {
    const output = execFileSync('git', args, {
      cwd,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output.trim();
  } catch {
    return undefined;
  }
}
