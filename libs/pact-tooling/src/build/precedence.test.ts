import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { buildInfo } from './index.ts';

/** The variables of each known CI for commit `ci-commit`, branch `ci-branch`. */
const builds = {
  GitHub: {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_SHA: 'ci-commit',
    GITHUB_REF: 'refs/heads/ci-branch',
  },
  GitLab: { GITLAB_CI: 'true', CI_COMMIT_SHA: 'ci-commit', CI_COMMIT_REF_NAME: 'ci-branch' },
  Jenkins: { JENKINS_URL: 'http://j', GIT_COMMIT: 'ci-commit', GIT_BRANCH: 'origin/ci-branch' },
};
const variables = { VERSION_COMMIT: 'variable-version', VERSION_BRANCH: 'variable-branch' };
const options = { version: 'option-version', branch: 'option-branch' };

describe.each(Object.entries(builds))('In a build of %s', (_, ci) => {
  it.each([
    [{}, {}, 'ci-commit', 'ci-branch'],
    [{}, variables, 'variable-version', 'variable-branch'],
    [{}, { VERSION_COMMIT: 'variable-version' }, 'variable-version', 'ci-branch'],
    [{}, { VERSION_BRANCH: 'variable-branch' }, 'ci-commit', 'variable-branch'],
    [options, {}, 'option-version', 'option-branch'],
    [options, variables, 'option-version', 'option-branch'],
    [{ version: 'option-version' }, variables, 'option-version', 'variable-branch'],
    [{ version: 'option-version' }, {}, 'option-version', 'ci-branch'],
    [{ branch: 'option-branch' }, variables, 'variable-version', 'option-branch'],
    [{ branch: 'option-branch' }, {}, 'ci-commit', 'option-branch'],
    [{ version: ' option-version\n', branch: ' option-branch ' }, {}, 'option-version', 'option-branch'],
  ])(
    'the options %j and the variables %j make version %s on branch %s',
    async (given, more, version, branch) => {
      await using directory = await temporaryDirectory();
      const info = buildInfo({ ...given, cwd: directory.path, env: { ...ci, ...more } });
      expect(info).toMatchObject({ version, branch });
    },
  );
});

describe('The branch of a commit that is given', () => {
  const [ours, other] = ['a'.repeat(40), 'b'.repeat(40)];
  const github = {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'repository_dispatch',
    GITHUB_SHA: ours,
    GITHUB_REF: 'refs/heads/main',
  };
  const request = { ...github, GITHUB_EVENT_NAME: 'pull_request', GITHUB_HEAD_REF: 'feat' };
  it.each([
    ['is that of the build, if it is the build’s', { ...github, VERSION_COMMIT: ours }, 'main'],
    ['is not that of the build, if it is another', { ...github, VERSION_COMMIT: other }, undefined],
    ['may be given', { ...github, VERSION_COMMIT: other, VERSION_BRANCH: 'x' }, 'x'],
    ['is the source of a pull request', { ...request, VERSION_COMMIT: other }, 'feat'],
  ])('%s', async (_, env, branch) => {
    await using directory = await temporaryDirectory();
    expect(buildInfo({ cwd: directory.path, env }).branch).toBe(branch);
  });
});

describe('The branch of a build', () => {
  const gitlab = { GITLAB_CI: 'true', CI_COMMIT_SHA: 'c', CI_COMMIT_REF_NAME: 'main' };
  it.each([
    [
      'keeps what is like a prefix within it',
      { ...gitlab, CI_COMMIT_REF_NAME: 'fix/origin/x' },
      'fix/origin/x',
    ],
    ['is no other CI’s', { ...gitlab, GITHUB_HEAD_REF: 'github' }, 'main'],
    ['may be called like a tag that is not built', { ...gitlab, CI_COMMIT_TAG: '' }, 'main'],
  ])('%s', async (_, env, branch) => {
    await using directory = await temporaryDirectory();
    expect(buildInfo({ cwd: directory.path, env }).branch).toBe(branch);
  });
});

describe('The version of a package', () => {
  it('is that of the nearest package with a version', async () => {
    await using directory = await temporaryDirectory();
    await directory.write('package.json', { version: '1.0.0' });
    await mkdir(join(directory.path, 'inner/deep'), { recursive: true });
    await directory.write('inner/package.json', { name: 'without a version' });
    await directory.write('inner/deep/package.json', 'no JSON');
    const at = (path: string) => buildInfo({ cwd: join(directory.path, path), env: {} }).version;
    expect(at('inner/deep')).toBe('1.0.0');
    await directory.write('inner/package.json', { version: '2.0.0' });
    expect(at('inner/deep')).toBe('2.0.0');
  });

  it('is not used in a known CI’s build', async () => {
    await using directory = await temporaryDirectory();
    await directory.write('package.json', { version: '1.0.0' });
    expect(buildInfo({ cwd: directory.path, env: builds.GitLab }).version).toBe('ci-commit');
  });
});
