import { describe, expect, it } from '@jest/globals';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { buildInfo } from './index.ts';

const merge = 'a'.repeat(40);
const head = 'b'.repeat(40);

describe('The version in the build of a pull request', () => {
  it.each([
    [
      'Azure',
      {
        BUILD_BUILDURI: 'vstfs:///1',
        BUILD_SOURCEVERSION: merge,
        SYSTEM_PULLREQUEST_PULLREQUESTID: '5',
        SYSTEM_PULLREQUEST_SOURCEBRANCH: 'refs/heads/feat/x',
        SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main',
        SYSTEM_PULLREQUEST_SOURCECOMMITID: head,
      },
    ],
    [
      'GitLab, of merged results',
      {
        GITLAB_CI: 'true',
        CI_COMMIT_SHA: merge,
        CI_MERGE_REQUEST_ID: '1',
        CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'feat/x',
        CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: head,
      },
    ],
    [
      'Travis',
      {
        TRAVIS: 'true',
        TRAVIS_COMMIT: merge,
        TRAVIS_PULL_REQUEST: '5',
        TRAVIS_PULL_REQUEST_BRANCH: 'feat/x',
        TRAVIS_PULL_REQUEST_SHA: head,
      },
    ],
    [
      'AppVeyor',
      {
        APPVEYOR: 'true',
        APPVEYOR_REPO_COMMIT: merge,
        APPVEYOR_PULL_REQUEST_NUMBER: '5',
        APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH: 'feat/x',
        APPVEYOR_PULL_REQUEST_HEAD_COMMIT: head,
      },
    ],
    [
      'Semaphore',
      {
        SEMAPHORE: 'true',
        SEMAPHORE_GIT_SHA: merge,
        SEMAPHORE_GIT_PR_NUMBER: '5',
        SEMAPHORE_GIT_PR_BRANCH: 'feat/x',
        SEMAPHORE_GIT_PR_SHA: head,
      },
    ],
  ])('is its head, not the merge with the target: %s', async (_, env) => {
    await using directory = await temporaryDirectory();
    expect(buildInfo({ cwd: directory.path, env })).toMatchObject({ version: head, branch: 'feat/x' });
  });

  it('is the commit that is built where the CI names no other', async () => {
    await using directory = await temporaryDirectory();
    const env = { GITLAB_CI: 'true', CI_COMMIT_SHA: head, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: '' };
    expect(buildInfo({ cwd: directory.path, env }).version).toBe(head);
  });
});

describe('On GitHub, the version', () => {
  /** What a build with this file of its event publishes. */
  async function versionOf(event: unknown, more: NodeJS.ProcessEnv = {}): Promise<string> {
    await using directory = await temporaryDirectory();
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_SHA: merge,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REF: 'refs/pull/5/merge',
      GITHUB_HEAD_REF: 'feat/x',
      GITHUB_EVENT_PATH: await directory.write('event.json', event),
      ...more,
    };
    const { version, branch } = buildInfo({ cwd: directory.path, env });
    expect(branch).toBe('feat/x');
    return version;
  }
  const event = { pull_request: { number: 5, head: { ref: 'feat/x', sha: head }, base: { ref: 'main' } } };

  it.each(['pull_request', 'pull_request_review', 'pull_request_review_comment'])(
    'of a build for %s is the head',
    async (name) => {
      expect(await versionOf(event, { GITHUB_EVENT_NAME: name })).toBe(head);
    },
  );

  it('of a build of the target is that of the target', async () => {
    const of = { GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_REF: 'refs/heads/main' };
    expect(await versionOf(event, of)).toBe(merge);
  });

  it('may be given', async () => {
    expect(await versionOf(event, { VERSION_COMMIT: 'given' })).toBe('given');
  });

  it.each([[null], [{}], [{ pull_request: {} }], [{ pull_request: { head: { sha: 7 } } }]])(
    'is the commit that is built where the event is %j',
    async (other) => {
      expect(await versionOf(other)).toBe(merge);
    },
  );
});
