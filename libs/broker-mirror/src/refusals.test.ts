import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BrokerResponseError } from '@pact-workshop/broker-client';
import { forwardTo } from '@pact-workshop/broker-client/test/forwarding-server.ts';
import { startBroker } from '@pact-workshop/embedded-broker';
import { countOf, startBrokerPair, type BrokerPair } from '../test/broker-pair.ts';

let brokers: BrokerPair;
beforeEach(async () => {
  brokers = await startBrokerPair(startBroker);
});
afterEach(() => brokers[Symbol.asyncDispose]());

const says = (status: number, error: string) =>
  Promise.resolve(new Response(JSON.stringify({ error }), { status }));

/** The target, which refuses the publications with these numbers, from 1. */
async function refusingPublications(...places: readonly number[]) {
  let count = 0;
  return forwardTo(brokers.to.url, {
    around: ({ url }, forward) =>
      url === '/contracts/publish' && places.includes(++count) ? says(400, 'not like this') : forward(),
  });
}

const versionAtTarget = async (number: string) =>
  brokers.target.client.get(`${brokers.to.url}/pacticipants/C/versions/${number}`);

describe('If the target refuses a publication of several pacts', () => {
  beforeEach(async () => {
    await brokers.source.publish({
      consumer: 'C',
      version: '1',
      providers: ['P', 'Q'],
      branch: 'f',
      tags: ['t', 'u'],
      buildUrl: 'http://ci/1',
    });
    await brokers.source.addToBranch('C', '1', 'g');
  });

  it('each pact is published separately, and the version is complete', async () => {
    await using strict = await refusingPublications(1);
    const report = await brokers.run({ to: strict.url });
    expect(report).toMatchObject({ agrees: true, differences: [] });
    expect(report.notCarried.join()).not.toContain('not like this');
    const version = await versionAtTarget('1');
    expect(version).toMatchObject({ buildUrl: 'http://ci/1' });
    const names = (what: string) =>
      ((version._embedded?.[what] ?? []) as { name: string }[]).map(({ name }) => name).sort();
    expect([names('branchVersions'), names('tags')]).toEqual([
      ['f', 'g'],
      ['t', 'u'],
    ]);
  });

  it('each pact is published separately to an existing version', async () => {
    await brokers.run();
    await brokers.source.publish({ consumer: 'C', version: '1', providers: ['R', 'S'] });
    await using strict = await refusingPublications(1);
    expect(await brokers.run({ to: strict.url })).toMatchObject({ agrees: true, differences: [] });
  });

  it('a pact that is refused again is reported, and the other one is copied', async () => {
    await using strict = await refusingPublications(1, 2);
    const report = await brokers.run({ to: strict.url });
    expect(report).toMatchObject({ agrees: false, differences: ['pacts: not at the target: C 1 with P'] });
    expect(report.notCarried.join('\n')).toMatch(
      /^the pact of C 1 with P: The Pact Broker says: not like this/m,
    );
    expect(countOf(report, 'pacts')).toMatchObject({ from: 2, to: 1 });
  });
});

describe('The report', () => {
  it('names a pact that is not a JSON object, and the version is copied without it', async () => {
    await brokers.source.publish({ consumer: 'C', version: '1', providers: ['P', 'Q'], branch: 'main' });
    await using odd = await forwardTo(brokers.from.url, {
      around: async ({ url }, forward) =>
        url === '/pacts/provider/P/consumer/C/version/1' ? new Response('[1]') : forward(),
    });
    const report = await brokers.run({ from: odd.url, check: false });
    expect(report.differences).toEqual(['pacts: not at the target: C 1 with P']);
    expect(report.notCarried[0]).toBe('the pact of C 1 with P: its content is not a JSON object');
  });

  it('names labels if the target does not have labels', async () => {
    await brokers.source.client.put(`${brokers.from.url}/pacticipants/C/labels/one`, {});
    await using without = await forwardTo(brokers.to.url, {
      around: async (_, forward) => {
        const answer = await forward();
        return new Response((await answer.text()).replaceAll('"pb:label"', '"x:label"'), {
          status: answer.status,
        });
      },
    });
    const report = await brokers.run({ to: without.url });
    expect(report.differences).toEqual(['labels: not at the target: C: one']);
    expect(report.notCarried[0]).toBe('labels of C (one): the target has no labels');
  });

  it('names an environment that the target refuses', async () => {
    await brokers.source.client.post(`${brokers.from.url}/environments`, {
      name: 'uat',
      displayName: 'UAT',
      production: false,
    });
    await using strict = await forwardTo(brokers.to.url, {
      around: ({ method, url }, forward) =>
        method === 'POST' && url === '/environments' ? says(409, 'no more') : forward(),
    });
    const report = await brokers.run({ to: strict.url });
    expect(report.differences).toEqual(['environments: not at the target: uat']);
    expect(report.notCarried[0]).toContain('the environment uat: The Pact Broker says: no more');
  });

  it('is not made if the target fails: the run ends', async () => {
    await brokers.source.publish({ consumer: 'C', version: '1', providers: ['P'], branch: 'main' });
    await using broken = await forwardTo(brokers.to.url, {
      around: ({ url }, forward) => (url === '/contracts/publish' ? says(500, 'oh') : forward()),
    });
    await expect(brokers.run({ to: { baseUrl: broken.url, retries: 0 } })).rejects.toThrow(
      BrokerResponseError,
    );
  });
});

describe('After a failure of the target', () => {
  it('only one request at a time writes to it', async () => {
    for (const consumer of ['A', 'B', 'C', 'D', 'E', 'F'])
      await brokers.source.publish({ consumer, version: '1', providers: ['P'], branch: 'main' });
    let failures = 1;
    let writing = 0;
    let most = 0;
    await using flaky = await forwardTo(brokers.to.url, {
      around: async ({ method, url }, forward) => {
        if (method === 'PATCH' && failures-- > 0) return says(500, 'busy');
        if (url !== '/contracts/publish') return forward();
        most = Math.max(most, ++writing);
        const answer = await forward();
        writing--;
        return answer;
      },
    });
    expect(await brokers.run({ to: flaky.url })).toMatchObject({ agrees: true });
    expect(most).toBe(1);
  });

  it.each([
    ['before it was stored', 'broken connection'],
    ['after it was stored', 'broken connection'],
    ['in the middle of the answer', 'broken answer'],
  ] as const)('no result is lost or stored twice, if the connection broke %s', async (when, what) => {
    const isStored = when !== 'before it was stored';
    const result = { consumer: 'C', version: '1', provider: 'P', providerVersion: '7' };
    await brokers.source.publish({ consumer: 'C', version: '1', providers: ['P'], branch: 'main' });
    for (const success of [true, false, true]) await brokers.source.verify({ ...result, success });
    let count = 0;
    await using flaky = await forwardTo(brokers.to.url, {
      around: async ({ method, url = '' }, forward) => {
        const isThird = method === 'POST' && url.endsWith('/verification-results') && ++count === 3;
        if (!isThird) return forward();
        if (isStored) await forward();
        return what;
      },
    });
    const report = await brokers.run({ to: flaky.url });
    expect(report).toMatchObject({ agrees: true, differences: [] });
    expect(countOf(report, 'verification results')).toMatchObject({ from: 3, to: 3, onlyThere: 0 });
    expect(count).toBe(isStored ? 3 : 4);
  });
});
