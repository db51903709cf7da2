import { expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import { drawBadge } from './badge.ts';

type Step = (broker: TestBroker) => Promise<unknown>;
type Color = 'brightgreen' | 'red' | 'lightgrey';

const publish =
  (version: string, content: string, options: { branch?: string; tags?: string[] } = {}): Step =>
  (broker) =>
    broker.publish('A', 'B', { version, content, ...options });
const result =
  (version: string, success: boolean, consumerVersion = '1', branch?: string): Step =>
  (broker) =>
    broker.verify('A', 'B', { version, success, consumerVersion, branch });
const put =
  (path: string): Step =>
  (broker) =>
    broker.request('PUT', `/pacticipants/${path}`, {});
const deploy =
  (version: string): Step =>
  (broker) =>
    broker.deploy('B', version, 'test');

const merge = 'A/main-branch/can-i-merge';
const branch = 'A/branches/feat/latest-version/can-i-deploy/to-environment/test';
const tag = 'A/latest-version/dev/can-i-deploy/to/prod';

/** What the badge looks like that says this. */
const looks = {
  merge: (message: string, color: Color) => ({ label: 'can-i-merge', message, color }),
  deploy: (message: string, color: Color) => ({ label: 'can-i-deploy', message, color }),
};

it.each<[string, string, ReturnType<typeof looks.merge>, readonly Step[]]>([
  [
    merge,
    'what the head of the partner’s main branch says',
    looks.merge('success', 'brightgreen'),
    [publish('1', 'x', { branch: 'main' }), result('1', true, '1', 'main')],
  ],
  [
    merge,
    'not what an older version of it said',
    looks.merge('success', 'brightgreen'),
    [publish('1', 'x', { branch: 'main' }), result('1', false, '1', 'main'), result('2', true, '1', 'main')],
  ],
  [
    merge,
    'yes where the head was verified, and an older version never was',
    looks.merge('success', 'brightgreen'),
    [
      publish('1', 'x', { branch: 'main' }),
      put('B/branches/main/versions/1'),
      result('2', true, '1', 'main'),
    ],
  ],
  [
    merge,
    'nothing where the head was not verified, whatever an older version said',
    looks.merge('unknown', 'lightgrey'),
    [
      publish('1', 'x', { branch: 'main' }),
      result('1', true, '1', 'main'),
      put('B/branches/main/versions/2'),
    ],
  ],
  [
    merge,
    'a failure',
    looks.merge('failed', 'red'),
    [publish('1', 'x', { branch: 'main' }), result('1', true, '1', 'main'), result('2', false, '1', 'main')],
  ],
  [
    merge,
    'nothing where a tag is called like the main branch and the partner was not asked',
    looks.merge('unknown', 'lightgrey'),
    [publish('1', 'x', { tags: ['main'] })],
  ],
  [
    merge,
    'what is so of the last version with a tag called like the main branch',
    looks.merge('success', 'brightgreen'),
    [
      publish('1', 'x', { tags: ['trunk'] }),
      result('1', true, '1', 'main'),
      (broker) => broker.request('PUT', '/pacticipants/A', { name: 'A', mainBranch: 'trunk' }),
      (broker) => broker.request('DELETE', '/pacticipants/A/branches/trunk'),
    ],
  ],
  [
    branch,
    'what is so of its head, not of older versions',
    looks.deploy('feat to test', 'brightgreen'),
    [
      publish('1', 'x', { branch: 'feat' }),
      publish('2', 'y', { branch: 'feat' }),
      result('1', true, '2'),
      result('1', false, '1'),
      deploy('1'),
    ],
  ],
  [
    branch,
    'no where nobody verified its head',
    looks.deploy('feat to test', 'red'),
    [
      publish('1', 'x', { branch: 'feat' }),
      result('1', true),
      publish('2', 'y', { branch: 'feat' }),
      deploy('1'),
    ],
  ],
  [
    tag,
    'what is so of its last version, not of older ones',
    looks.deploy('dev to prod', 'brightgreen'),
    [
      publish('1', 'x', { tags: ['dev'] }),
      publish('2', 'y', { tags: ['dev'] }),
      result('1', true, '2'),
      result('1', false, '1'),
      put('B/versions/1/tags/prod'),
    ],
  ],
  [
    tag,
    'what the last version with the other tag says, not an older one',
    looks.deploy('dev to prod', 'brightgreen'),
    [
      publish('1', 'x', { tags: ['dev'] }),
      result('1', false),
      result('2', true),
      put('B/versions/1/tags/prod'),
      put('B/versions/2/tags/prod'),
    ],
  ],
  [
    tag,
    'yes where the last version with the other tag was verified, and an older one never was',
    looks.deploy('dev to prod', 'brightgreen'),
    [
      publish('1', 'x', { tags: ['dev'] }),
      put('B/versions/1/tags/prod'),
      result('2', true),
      put('B/versions/2/tags/prod'),
    ],
  ],
  [
    tag,
    'no where the last version with the other tag was not verified, whatever an older one said',
    looks.deploy('dev to prod', 'red'),
    [
      publish('1', 'x', { tags: ['dev'] }),
      result('1', true),
      put('B/versions/1/tags/prod'),
      put('B/versions/2/tags/prod'),
    ],
  ],
  [
    'B/main-branch/can-i-merge',
    'what the head of a consumer’s main branch says, not an older version of it',
    looks.merge('success', 'brightgreen'),
    [
      publish('1', 'x', { branch: 'main' }),
      publish('2', 'y', { branch: 'main' }),
      result('1', false, '1', 'main'),
      result('1', true, '2'),
    ],
  ],
  [
    'B/latest-version/dev/can-i-deploy/to/prod',
    'what is so of the consumer’s last version with the other tag, not of an older one',
    looks.deploy('dev to prod', 'brightgreen'),
    [
      publish('1', 'x', { tags: ['prod'] }),
      publish('2', 'y', { tags: ['prod'] }),
      result('1', false, '1'),
      result('1', true, '2'),
      put('B/versions/1/tags/dev'),
    ],
  ],
])('the badge of %s says %s', async (path, _, shown, steps) => {
  await using broker = await startTestBroker();
  for (const step of steps) await step(broker);
  const { text } = await broker.request('GET', `/pacticipants/${path}/badge`, undefined, {
    accept: 'image/svg+xml',
  });
  expect(text).toBe(drawBadge(shown));
});
