import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { BrokerSeed } from '@pact-workshop/broker-client/test/broker-seed.ts';
import { forwardTo } from '@pact-workshop/broker-client/test/forwarding-server.ts';
import { startBroker } from '@pact-workshop/embedded-broker';
import { countOf, startBrokerPair, type BrokerPair } from '../test/broker-pair.ts';

let brokers: BrokerPair;
beforeEach(async () => {
  brokers = await startBrokerPair(startBroker);
});
afterEach(() => brokers[Symbol.asyncDispose]());

const uuid = 'webhook-of-the-source';
const plain = {
  description: 'tells CI',
  events: [{ name: 'contract_content_changed' }],
  request: {
    method: 'POST',
    url: 'https://ci.example/hooks/${pactbroker.consumerName}',
    headers: { 'Content-Type': 'application/json', 'X-Kind': 'pact' },
    body: { consumer: '${pactbroker.consumerName}' },
  },
};
const secret = {
  ...plain,
  description: 'with a secret',
  request: {
    ...plain.request,
    username: 'ci',
    password: 'sesame',
    headers: { Authorization: 'Bearer sesame' },
  },
};

const save = async ({ client }: BrokerSeed, body: object, id = uuid) =>
  client.put(await client.linkFromIndex('pb:webhook', { uuid: id }), body);

/** A webhook as a broker shows it, without the broker's own fields. */
async function shown({ client }: BrokerSeed, id = uuid) {
  const { _links, createdAt, updatedAt, ...rest } = await client.get(
    await client.linkFromIndex('pb:webhook', { uuid: id }),
  );
  return rest;
}

/** A broker without webhooks: a proxy removes their links from the index. */
const withoutWebhooks = (url: string) =>
  forwardTo(url, {
    around: async ({ url: path }, forward) => {
      const answer = await forward();
      if (path !== '/') return answer;
      return new Response((await answer.text()).replaceAll('"pb:webhook', '"x:webhook'), {
        headers: { 'content-type': 'application/hal+json' },
      });
    },
  });

describe('A webhook', () => {
  it.each([
    ['of all pacticipants', plain],
    ['of a consumer and a provider', { ...plain, consumer: { name: 'C' }, provider: { name: 'P' } }],
    ['of pacticipants with a label', { ...plain, consumer: { label: 'team-a' } }],
    ['of several events', { ...plain, events: [...plain.events, { name: 'contract_published' }] }],
    ['that is switched off', { ...plain, enabled: false }],
  ])('%s is copied as it is if asked for, and switched off otherwise', async (_, body) => {
    await brokers.source.publish({ consumer: 'C', version: '1', providers: ['P'], branch: 'main' });
    await save(brokers.source, body);
    const original = await shown(brokers.source);
    const off = await brokers.run();
    expect(off).toMatchObject({ agrees: true });
    expect(countOf(off, 'webhooks')).toMatchObject({ from: 1, to: 1, carried: 1 });
    expect(await shown(brokers.target)).toEqual({ ...original, enabled: false });
    expect(off.notCarried.join('\n')).toContain('webhooks: the target has them switched off');
    const on = await brokers.run({ enableWebhooks: true });
    expect(await shown(brokers.target)).toEqual(original);
    expect(on.notCarried.join('\n')).not.toContain('switched off');
    expect(on.notCarried).toContain('webhooks: the logs of their executions');
    expect(await shown(brokers.source)).toEqual(original);
  });

  it.each([
    ['password and header', secret.request, 'authorization, password'],
    ['header', { ...plain.request, headers: secret.request.headers }, 'authorization'],
    ['password', { ...plain.request, username: 'ci', password: 'sesame' }, 'password'],
  ])('stays off without its secret (%s), which must be entered at the target', async (_, request, names) => {
    await save(brokers.source, { ...secret, request });
    const { notCarried } = await brokers.run({ enableWebhooks: true });
    expect(await shown(brokers.target)).toMatchObject({ enabled: false, description: 'with a secret' });
    const told = notCarried.filter((line) => line.includes('the secrets of'));
    expect(told).toEqual([
      `webhooks: the secrets of "with a secret" (${uuid}): ${names}; enter them at the target and switch the webhook on there`,
    ]);
  });

  it('that was switched on at the target stays on, and gets other changes of the source', async () => {
    await save(brokers.source, plain);
    await brokers.run();
    await save(brokers.target, plain);
    await brokers.run();
    expect(await shown(brokers.target)).toMatchObject({ enabled: true });
    await save(brokers.source, { ...plain, description: 'tells CI and people' });
    await brokers.run();
    expect(await shown(brokers.target)).toMatchObject({ enabled: true, description: 'tells CI and people' });
  });

  it('that only the target has does not change', async () => {
    await save(brokers.target, plain, 'webhook-of-the-target');
    const own = await shown(brokers.target, 'webhook-of-the-target');
    const report = await brokers.run();
    expect(report).toMatchObject({ agrees: true });
    expect(countOf(report, 'webhooks')).toMatchObject({ from: 0, onlyThere: 1 });
    expect(await shown(brokers.target, 'webhook-of-the-target')).toEqual(own);
    expect(report.notCarried.join('\n')).not.toContain('webhooks');
  });

  it('that the target refuses is reported by name, and the next one is copied', async () => {
    await save(brokers.source, plain);
    await save(brokers.source, { ...plain, description: 'another' }, 'webhook-two-of-source');
    await using strict = await forwardTo(brokers.to.url, {
      around: ({ method, url = '' }, forward) =>
        method === 'PUT' && url.endsWith(uuid)
          ? Promise.resolve(new Response('{"error":"not this one"}', { status: 400 }))
          : forward(),
    });
    const report = await brokers.run({ to: strict.url });
    expect(report.agrees).toBe(false);
    expect(report.differences).toEqual([`webhooks: not at the target: ${uuid}`]);
    expect(report.notCarried.join('\n')).toContain(
      `the webhook "tells CI" (${uuid}): The Pact Broker says: not this one`,
    );
    expect(await shown(brokers.target, 'webhook-two-of-source')).toMatchObject({ description: 'another' });
  });

  it('is reported if the target has no webhooks', async () => {
    await save(brokers.source, plain);
    await using without = await withoutWebhooks(brokers.to.url);
    const { agrees, notCarried } = await brokers.run({ to: without.url });
    expect(agrees).toBe(false);
    expect(notCarried).toContain('webhooks: all 1, as the target has no webhooks');
  });

  it('is not copied from a source that shows none, which is reported', async () => {
    await save(brokers.source, plain);
    await using without = await withoutWebhooks(brokers.from.url);
    const { agrees, notCarried } = await brokers.run({ from: without.url });
    expect(agrees).toBe(true);
    expect(notCarried.filter((line) => line.includes('webhooks'))).toEqual([
      'webhooks: the source does not show any',
    ]);
  });
});
