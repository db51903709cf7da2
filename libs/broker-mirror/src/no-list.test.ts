import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { NotAPactBrokerError } from '@pact-workshop/broker-client';
import { forwardTo } from '@pact-workshop/broker-client/test/forwarding-server.ts';
import { startBroker } from '@pact-workshop/embedded-broker';
import { startBrokerPair, type BrokerPair } from '../test/broker-pair.ts';

let brokers: BrokerPair;
beforeEach(async () => {
  brokers = await startBrokerPair(startBroker);
  const { source } = brokers;
  await source.publish({ consumer: 'C', version: '1', providers: ['P'], branch: 'main' });
  await source.deploy({ pacticipant: 'C', version: '1', environment: 'production' });
});
afterEach(() => brokers[Symbol.asyncDispose]());

it.each([
  /\/pacticipants\?/,
  /\/pacticipants\/C\/versions\?/,
  /\/environments$/,
  /\/currently-deployed$/,
  /\/currently-supported$/,
  /\/deployed-versions\/environment\//,
  /\/webhooks$/,
])('A source that answers %s without a list is not one that has nothing', async (path) => {
  await using source = await forwardTo(brokers.from.url, {
    around: ({ url = '' }, forward) =>
      path.test(url) ? Promise.resolve(new Response('{}', { status: 200 })) : forward(),
  });
  await expect(brokers.run({ from: source.url, fullHistory: true })).rejects.toThrow(NotAPactBrokerError);
});
