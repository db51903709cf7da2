import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  temporaryDirectory,
  type TemporaryDirectory,
} from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { buildInfo } from './index.ts';

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
    cwd,
    encoding: 'utf8',
  }).trim();
const versionAt = (cwd: string) => buildInfo({ cwd, env: {} }).version;

describe('The version of uncommitted changes', () => {
  let directory: TemporaryDirectory;
  let cwd: string;
  beforeAll(async () => {
    directory = await temporaryDirectory();
    cwd = directory.path;
    git(cwd, 'init', '--quiet', '--initial-branch', 'work');
    await directory.write('.gitignore', '*.log\n');
    await directory.write('kept.log', 'tracked although ignored');
    await mkdir(join(cwd, 'folder'));
    await directory.write('folder/file.txt', 'content');
    git(cwd, 'add', '--all');
    git(cwd, 'add', '--force', 'kept.log');
    git(cwd, 'commit', '--quiet', '--message', 'first');
  });
  afterAll(async () => {
    await directory[Symbol.asyncDispose]();
  });

  /** Changes a file, and takes the change back in the end. */
  async function changed(name: string, content: string) {
    await directory.write(name, content);
    return {
      [Symbol.asyncDispose]: () => {
        git(cwd, 'reset', '--quiet', '--hard');
        git(cwd, 'clean', '--quiet', '--force', '-d');
        return Promise.resolve();
      },
    };
  }

  /** The tree that committing everything makes, as git itself tells it. */
  function treeOfAll(): string {
    git(cwd, 'add', '--all');
    const tree = git(cwd, 'write-tree');
    git(cwd, 'reset', '--quiet');
    return tree;
  }

  it.each([
    ['a tracked file', 'folder/file.txt'],
    ['a new file', 'folder/new.txt'],
    ['a file that is ignored, but tracked', 'kept.log'],
  ])('has the SHA of the tree that a commit would have: %s', async (_, name) => {
    await using _change = await changed(name, 'other');
    const version = versionAt(cwd);
    expect(version).toMatch(/-dirty-[0-9a-f]{10}$/);
    expect(version.slice(-10)).toBe(treeOfAll().slice(0, 10));
    expect(version.startsWith(git(cwd, 'rev-parse', 'HEAD').slice(0, 10))).toBe(true);
  });

  it('is the commit if only an ignored file is new', async () => {
    await using _change = await changed('new.log', 'x');
    expect(versionAt(cwd)).toBe(git(cwd, 'rev-parse', 'HEAD'));
  });

  it('is the same in each folder of the work tree', async () => {
    await using _change = await changed('top.txt', 'other');
    expect(versionAt(join(cwd, 'folder'))).toBe(versionAt(cwd));
  });

  it('includes new files, even if git is configured not to show them', async () => {
    git(cwd, 'config', 'status.showUntrackedFiles', 'no');
    await using _change = await changed('new.txt', 'x');
    expect(versionAt(cwd)).toContain('-dirty-');
    git(cwd, 'config', '--unset', 'status.showUntrackedFiles');
  });

  it('includes staged changes, and keeps them staged', async () => {
    await using _change = await changed('new.txt', 'x');
    const unstaged = versionAt(cwd);
    git(cwd, 'add', 'new.txt');
    expect(versionAt(cwd)).toBe(unstaged);
    expect(git(cwd, 'status', '--porcelain')).toBe('A  new.txt');
  });

  it('is that of its own work tree if the repository has several', () => {
    const other = join(cwd, '..', `${cwd.split('/').at(-1)}-linked`);
    git(cwd, 'worktree', 'add', '--quiet', '-b', 'linked', other);
    try {
      expect(buildInfo({ cwd: other, env: {} })).toMatchObject({
        version: git(cwd, 'rev-parse', 'HEAD'),
        branch: 'linked',
      });
      git(other, 'rm', '--quiet', 'kept.log');
      expect(versionAt(other).slice(-10)).toBe(git(other, 'write-tree').slice(0, 10));
      expect(versionAt(cwd)).toBe(git(cwd, 'rev-parse', 'HEAD'));
    } finally {
      git(cwd, 'worktree', 'remove', '--force', other);
    }
  });
});
