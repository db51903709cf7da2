import { expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

type Step = (broker: TestBroker) => Promise<unknown>;

const publish =
  (version: string, content: string, ...tags: string[]): Step =>
  (broker) =>
    broker.publish('A', 'B', { version, content, tags });
const tagged =
  (version: string, ...tags: string[]): Step =>
  async (broker) => {
    for (const tag of tags)
      await broker.request('PUT', `/pacticipants/B/versions/${version}/tags/${tag}`, {});
  };
const result =
  (version: string, success: boolean, consumerVersion = '1'): Step =>
  (broker) =>
    broker.verify('A', 'B', { version, success, consumerVersion });

const one = publish('1', 'x', 'dev');

// What the provider's versions with the tag say of the consumer's: the newest that says something.
it.each<[string, string, readonly Step[]]>([
  ['the result', 'verified', [one, tagged('1', 'prod'), result('1', true)]],
  ['a failure', 'failed', [one, tagged('1', 'prod'), result('1', false)]],
  [
    'of two versions with the tag, the newer',
    'failed',
    [one, tagged('1', 'prod'), tagged('2', 'prod'), result('1', true), result('2', false)],
  ],
  [
    'the newer, although the older was verified afterwards',
    'verified',
    [one, tagged('1', 'prod'), tagged('2', 'prod'), result('2', true), result('1', false)],
  ],
  [
    'the older where the newer has no result',
    'verified',
    [one, tagged('1', 'prod'), tagged('2', 'prod'), result('1', true)],
  ],
  [
    'of two results of a version, the last',
    'failed',
    [one, tagged('1', 'prod'), result('1', true), result('1', false)],
  ],
  [
    'nothing of a version without the tag',
    'verified',
    [one, tagged('1', 'prod'), tagged('2', 'other'), result('1', true), result('2', false)],
  ],
  ['nothing at all without one', 'unknown', [one, tagged('1', 'other'), result('1', true)]],
  [
    'of two pacts with the tag, the newer',
    'failed',
    [one, publish('2', 'y', 'dev'), tagged('1', 'prod'), result('1', true), result('1', false, '2')],
  ],
  [
    'that the newer pact is another than the one that was verified',
    'changed',
    [one, publish('2', 'y', 'dev'), tagged('1', 'prod'), result('1', true)],
  ],
  [
    'nothing of a newer pact without the tag',
    'verified',
    [one, publish('2', 'y', 'feat'), tagged('1', 'prod'), result('1', true), result('1', false, '2')],
  ],
])('the badge between tags says %s: %s', async (_, message, steps) => {
  await using broker = await startTestBroker();
  for (const step of steps) await step(broker);
  const path = '/matrix/provider/B/latest/prod/consumer/A/latest/dev/badge';
  const { text } = await broker.request('GET', path, undefined, { accept: 'image/svg+xml' });
  expect(/<title>(.*)<\/title>/.exec(text)?.[1]).toBe(`a (dev)/b (prod) pact: ${message}`);
});

// What the badge of the integration says: the newest pact that is meant, and the last result for it, whoever's.
it.each<[string, string, string, readonly Step[]]>([
  ['latest', 'the last result', 'failed', [one, result('2', true), result('1', false)]],
  [
    'latest',
    'the last pact',
    'verified',
    [one, result('1', false), publish('2', 'y'), result('1', true, '2')],
  ],
  ['latest', 'that the last pact has none yet', 'changed', [one, result('1', true), publish('2', 'y')]],
  [
    'latest/dev',
    'the last pact with the tag',
    'verified',
    [one, result('1', true), publish('2', 'y', 'feat'), result('1', false, '2')],
  ],
  [
    'latest-untagged',
    'the last pact without a tag',
    'verified',
    [publish('1', 'x'), result('1', true), publish('2', 'y', 'feat'), result('1', false, '2')],
  ],
])('the badge "%s" says %s: %s', async (which, _, message, steps) => {
  await using broker = await startTestBroker();
  for (const step of steps) await step(broker);
  const { text } = await broker.request('GET', `/pacts/provider/B/consumer/A/${which}/badge`, undefined, {
    accept: 'image/svg+xml',
  });
  expect(/<title>(.*)<\/title>/.exec(text)?.[1]).toBe(`a/b pact: ${message}`);
});
