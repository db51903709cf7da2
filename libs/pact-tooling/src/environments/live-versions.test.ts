import { describe, expect, it } from '@jest/globals';
import { BrokerClient, NotAPactBrokerError } from '@pact-workshop/broker-client';
import { answering, startServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { liveVersions } from './live-versions.ts';

const recorded = (pacticipant: unknown, version: unknown) => ({
  _embedded: { pacticipant: { name: pacticipant }, version: { number: version } },
});

/** What is live, where the broker answers like this for what is deployed and what is released. */
async function live(deployed: object, released: object) {
  await using server = await startServer((request, response) =>
    answering(200, request.url === '/deployed' ? deployed : released)(request, response),
  );
  const environment = {
    _links: {
      'pb:currently-deployed-deployed-versions': { href: `${server.url}/deployed` },
      'pb:currently-supported-released-versions': { href: `${server.url}/released` },
    },
  };
  const client = new BrokerClient({ baseUrl: server.url, retries: 0 }, {});
  return Object.fromEntries(await liveVersions(client, environment));
}
const deployed = (...list: unknown[]) => ({ _embedded: { deployedVersions: list } });
const released = (...list: unknown[]) => ({ _embedded: { releasedVersions: list } });

describe('The live versions', () => {
  it('are the deployed and the released ones, each once', async () => {
    const all = live(
      deployed(recorded('A', '1'), recorded('A', '2'), recorded('A', '1'), recorded('B', '1')),
      released(recorded('A', '3'), recorded('A', '2'), recorded('C', '7')),
    );
    expect(await all).toEqual({ A: ['1', '2', '3'], B: ['1'], C: ['7'] });
  });

  it('are none if both lists are empty', async () => {
    expect(await live(deployed(), released())).toEqual({});
  });

  it.each<[string, object, object]>([
    ['deployments are no list', { _embedded: { deployedVersions: {} } }, released()],
    ['deployments are missing', {}, released()],
    ['releases are missing', deployed(), { _embedded: {} }],
    ['one is null', deployed(null), released()],
    ['one has no pacticipant', deployed(recorded(undefined, '1')), released()],
    ['one has no version', deployed(), released(recorded('A', undefined))],
    ['a version is a number', deployed(recorded('A', 1)), released()],
  ])('are unknown if %s', async (_, one, other) => {
    await expect(live(one, other)).rejects.toThrow(NotAPactBrokerError);
  });

  it('are unknown if the environment has no link to them', async () => {
    const client = new BrokerClient('http://127.0.0.1:9', {});
    await expect(liveVersions(client, { _links: {} })).rejects.toThrow(NotAPactBrokerError);
  });
});
