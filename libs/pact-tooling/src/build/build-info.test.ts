import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryDirectory } from '../../test/pact-fixtures.ts';
import { buildInfo } from './index.ts';

const sha = 'a'.repeat(40);
const git = (cwd: string, ...args: string[]) => execFileSync('git', args, { cwd, encoding: 'utf8' }).trim();

/** A work tree with one commit on branch `work`. */
async function repository() {
  const directory = await temporaryDirectory();
  git(directory.path, 'init', '--quiet', '--initial-branch', 'work');
  await directory.write('file.txt', 'content');
  git(directory.path, 'add', '.');
  git(
    directory.path,
    '-c',
    'user.name=T',
    '-c',
    'user.email=t@example.org',
    'commit',
    '--quiet',
    '--message',
    'first',
  );
  return { directory, cwd: directory.path, commit: git(directory.path, 'rev-parse', 'HEAD') };
}

describe('Version and branch', () => {
  it('are those that are given, before all else', () => {
    const env = { VERSION_COMMIT: '3', VERSION_BRANCH: 'b' };
    expect(buildInfo({ version: '2', branch: 'x', env })).toMatchObject({ version: '2', branch: 'x' });
    expect(buildInfo({ env })).toMatchObject({ version: '3', branch: 'b' });
  });

  it.each([
    [
      'GitHub',
      {
        GITHUB_ACTIONS: 'true',
        GITHUB_EVENT_NAME: 'push',
        GITHUB_SHA: sha,
        GITHUB_REF: 'refs/heads/f',
        GITHUB_REPOSITORY: 'a/b',
        GITHUB_RUN_ID: '1',
        GITHUB_SERVER_URL: 'https://github.com',
      },
    ],
    [
      'GitLab',
      {
        GITLAB_CI: 'true',
        CI_COMMIT_SHA: sha,
        CI_COMMIT_REF_NAME: 'f',
        CI_PROJECT_URL: 'https://gitlab.com/a/b',
        CI_PIPELINE_ID: '1',
      },
    ],
    [
      'CircleCI',
      { CIRCLECI: 'true', CIRCLE_SHA1: sha, CIRCLE_BRANCH: 'f', CIRCLE_BUILD_URL: 'https://circleci.com/1' },
    ],
  ])('come from %s in its builds', async (_, env) => {
    await using directory = await temporaryDirectory();
    const info = buildInfo({ cwd: directory.path, env });
    expect(info).toMatchObject({ version: sha, branch: 'f' });
  });

  it('are those of the branch that a pull request comes from', () => {
    const env = {
      GITLAB_CI: 'true',
      CI_COMMIT_SHA: sha,
      CI_MERGE_REQUEST_ID: '1',
      CI_COMMIT_REF_NAME: 'main',
      CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'f',
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
    };
    expect(buildInfo({ env })).toMatchObject({ version: sha, branch: 'f' });
  });

  it('come from git when everything is committed', async () => {
    const { directory, cwd, commit } = await repository();
    await using _ = directory;
    expect(buildInfo({ cwd, env: {} })).toMatchObject({ version: commit, branch: 'work' });
  });

  it('have no branch on a detached head', async () => {
    const { directory, cwd, commit } = await repository();
    await using _ = directory;
    git(cwd, 'checkout', '--quiet', '--detach');
    expect(buildInfo({ cwd, env: {} })).toMatchObject({ version: commit, branch: undefined });
  });

  it('depend on the content while it is not committed', async () => {
    const { directory, cwd, commit } = await repository();
    await using _ = directory;
    const version = () => buildInfo({ cwd, env: {} }).version;
    await directory.write('new.txt', 'a');
    const first = version();
    expect(first).toMatch(new RegExp(`^${commit.slice(0, 10)}-dirty-[0-9a-f]{10}$`));
    expect(version()).toBe(first);
    await directory.write('new.txt', 'b');
    expect(version()).not.toBe(first);
    await directory.write('new.txt', 'a');
    expect(version()).toBe(first);
    await rm(join(cwd, 'new.txt'));
    expect(version()).toBe(commit);
  });

  it('leave what is staged as it is', async () => {
    const { directory, cwd } = await repository();
    await using _ = directory;
    await directory.write('new.txt', 'a');
    buildInfo({ cwd, env: {} });
    expect(git(cwd, 'status', '--porcelain')).toBe('?? new.txt');
    expect(git(cwd, 'count-objects')).toMatch(/^3 objects/);
  });

  it('can’t be told while git can’t add everything', async () => {
    const { directory, cwd } = await repository();
    await using _ = directory;
    git(cwd, 'init', '--quiet', 'nested');
    await directory.write('nested/file.txt', 'a');
    expect(() => buildInfo({ cwd, env: {} })).toThrow('VERSION_COMMIT');
    expect(buildInfo({ cwd, env: {}, version: '1' }).version).toBe('1');
  });

  it.each([{ version: '' }, { branch: ' ' }])('are not empty: %j', (options) => {
    expect(() => buildInfo({ ...options, env: {} })).toThrow('is empty');
  });

  it('come from the package where there is no git', async () => {
    await using directory = await temporaryDirectory();
    await directory.write('package.json', { version: '4.5.6' });
    expect(buildInfo({ cwd: directory.path, env: {} })).toMatchObject({
      version: '4.5.6',
      branch: undefined,
    });
  });

  it('can’t be made up', async () => {
    await using directory = await temporaryDirectory();
    expect(() => buildInfo({ cwd: directory.path, env: {} })).toThrow('VERSION_COMMIT');
  });
});
