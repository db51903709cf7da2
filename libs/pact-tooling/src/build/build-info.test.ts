import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
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
  it('are the given ones first', () => {
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
      'https://github.com/a/b/actions/runs/1',
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
      'https://gitlab.com/a/b/pipelines/1',
    ],
    [
      'CircleCI',
      { CIRCLECI: 'true', CIRCLE_SHA1: sha, CIRCLE_BRANCH: 'f', CIRCLE_BUILD_URL: 'https://circleci.com/1' },
      'https://circleci.com/1',
    ],
  ])('come from %s in its builds, with the build URL', async (_, env, buildUrl) => {
    await using directory = await temporaryDirectory();
    const cwd = directory.path;
    expect(buildInfo({ cwd, env })).toEqual({ version: sha, branch: 'f', buildUrl });
    expect(buildInfo({ cwd, env, buildUrl: 'given' }).buildUrl).toBe('given');
  });

  it('are those of the source branch of a pull request', () => {
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

  const github = { GITHUB_ACTIONS: 'true', GITHUB_SHA: sha };
  const azure = { BUILD_BUILDURI: 'vstfs:///1', BUILD_SOURCEVERSION: sha };
  it.each([
    [
      'GitHub',
      {
        ...github,
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_REF: 'refs/pull/5/merge',
        GITHUB_HEAD_REF: 'feat/x',
      },
    ],
    [
      'Azure',
      {
        ...azure,
        SYSTEM_PULLREQUEST_PULLREQUESTID: '5',
        SYSTEM_PULLREQUEST_SOURCEBRANCH: 'refs/heads/feat/x',
        SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main',
      },
    ],
    ['Jenkins', { JENKINS_URL: 'http://j', GIT_COMMIT: sha, GIT_BRANCH: 'origin/feat/x' }],
    [
      'Travis, whose pull request’s branch is empty',
      { TRAVIS: 'true', TRAVIS_COMMIT: sha, TRAVIS_BRANCH: 'feat/x', TRAVIS_PULL_REQUEST_BRANCH: '' },
    ],
  ])('have the branch name of the repository: %s', async (_, env) => {
    await using directory = await temporaryDirectory();
    expect(buildInfo({ cwd: directory.path, env })).toMatchObject({ version: sha, branch: 'feat/x' });
  });

  it.each([
    ['GitHub', { ...github, GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/tags/v1' }],
    ['GitLab', { GITLAB_CI: 'true', CI_COMMIT_SHA: sha, CI_COMMIT_TAG: 'v1', CI_COMMIT_REF_NAME: 'v1' }],
    ['Azure', { ...azure, BUILD_SOURCEBRANCH: 'refs/tags/v1' }],
  ])('have no branch in the build of a tag: %s', async (_, env) => {
    await using directory = await temporaryDirectory();
    expect(buildInfo({ cwd: directory.path, env })).toMatchObject({ version: sha, branch: undefined });
  });

  it('come from git if everything is committed', async () => {
    const { directory, cwd, commit } = await repository();
    await using _ = directory;
    expect(buildInfo({ cwd, env: {} })).toMatchObject({ version: commit, branch: 'work' });
  });

  it('come from git separately if one of them is given', async () => {
    const { directory, cwd, commit } = await repository();
    await using _ = directory;
    expect(buildInfo({ cwd, env: {}, version: '1' })).toMatchObject({ version: '1', branch: 'work' });
    expect(buildInfo({ cwd, env: {}, branch: 'b' })).toMatchObject({ version: commit, branch: 'b' });
    expect(buildInfo({ cwd, env: { VERSION_COMMIT: '1' } })).toMatchObject({ version: '1', branch: 'work' });
  });

  it('have a branch by its own name, also where a tag has the same', async () => {
    const { directory, cwd, commit } = await repository();
    await using _ = directory;
    git(cwd, 'tag', 'work');
    expect(buildInfo({ cwd, env: {} })).toMatchObject({ version: commit, branch: 'work' });
  });

  it('have no branch on a detached head', async () => {
    const { directory, cwd, commit } = await repository();
    await using _ = directory;
    git(cwd, 'checkout', '--quiet', '--detach');
    expect(buildInfo({ cwd, env: {} })).toMatchObject({ version: commit, branch: undefined });
  });

  it('depend on the content if it is not committed', async () => {
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

  it('depend on the content before the first commit', async () => {
    await using directory = await temporaryDirectory();
    const cwd = directory.path;
    git(cwd, 'init', '--quiet', '--initial-branch', 'work');
    await directory.write('package.json', { version: '1.0.0' });
    const first = buildInfo({ cwd, env: {} });
    expect(first).toMatchObject({
      version: expect.stringMatching(/^uncommitted-[0-9a-f]{10}$/),
      branch: 'work',
    });
    await directory.write('new.txt', 'a');
    expect(buildInfo({ cwd, env: {} }).version).not.toBe(first.version);
  });

  it('are not the package’s if git refuses to read the work tree', async () => {
    const { directory, cwd } = await repository();
    await using _ = directory;
    await directory.write('package.json', { version: '1.0.0' });
    // Git's own tests have this variable: every folder then belongs to another user.
    process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER'] = '1';
    try {
      expect(() => buildInfo({ cwd, env: {} })).toThrow('safe.directory');
      expect(buildInfo({ cwd, env: { VERSION_COMMIT: '1' } }).version).toBe('1');
    } finally {
      delete process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER'];
    }
  });

  it('do not change what is staged', async () => {
    const { directory, cwd } = await repository();
    await using _ = directory;
    await directory.write('new.txt', 'a');
    buildInfo({ cwd, env: {} });
    expect(git(cwd, 'status', '--porcelain')).toBe('?? new.txt');
    expect(git(cwd, 'count-objects')).toMatch(/^3 objects/);
  });

  it('are unknown if git can’t add everything', async () => {
    const { directory, cwd } = await repository();
    await using _ = directory;
    git(cwd, 'init', '--quiet', 'nested');
    await directory.write('nested/file.txt', 'a');
    expect(() => buildInfo({ cwd, env: {} })).toThrow('VERSION_COMMIT');
    expect(buildInfo({ cwd, env: {}, version: '1' }).version).toBe('1');
  });

  it('have no white space around them, and do not come from an empty variable', async () => {
    const { directory, cwd, commit } = await repository();
    await using _ = directory;
    expect(buildInfo({ cwd, env: { VERSION_COMMIT: '3\n', VERSION_BRANCH: ' b' } })).toMatchObject({
      version: '3',
      branch: 'b',
    });
    expect(buildInfo({ cwd, env: { VERSION_COMMIT: ' ', VERSION_BRANCH: '' } })).toMatchObject({
      version: commit,
      branch: 'work',
    });
  });

  it.each([{ version: '' }, { branch: ' ' }])('are not empty: %j', (options) => {
    expect(() => buildInfo({ ...options, env: {} })).toThrow('is empty');
  });

  it('come from the package without git', async () => {
    await using directory = await temporaryDirectory();
    await directory.write('package.json', { version: '4.5.6' });
    expect(buildInfo({ cwd: directory.path, env: {} })).toMatchObject({
      version: '4.5.6',
      branch: undefined,
    });
  });

  it('are an error if nothing provides them', async () => {
    await using directory = await temporaryDirectory();
    expect(() => buildInfo({ cwd: directory.path, env: {} })).toThrow('VERSION_COMMIT');
  });
});
