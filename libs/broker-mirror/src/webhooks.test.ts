import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { BrokerSeed } from '@pact-workshop/broker-client/test/broker-seed.ts';
import { forwardTo } from '@pact-workshop/broker-client/test/forwarding-server.ts';
import { startBroker } from '@pact-workshop/embedded-broker';
import { countOf, startSides, type MirrorSides } from '../test/mirror-sides.ts';

let sides: MirrorSides;
beforeEach(async () => {
  sides = await startSides(startBroker);
});
afterEach(() => sides[Symbol.asyncDispose]());

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

/** A webhook as a broker shows it, without what is this broker's own. */
async function shown({ client }: BrokerSeed, id = uuid) {
  const { _links, createdAt, updatedAt, ...rest } = await client.get(
    await client.linkFromIndex('pb:webhook', { uuid: id }),
  );
  return rest;
}

/** A broker without webhooks: what is in front of it leaves their links out of the index. */
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
    ['of everybody', plain],
    ['of a consumer and a provider', { ...plain, consumer: { name: 'C' }, provider: { name: 'P' } }],
    ['of those with a label', { ...plain, consumer: { label: 'team-a' } }],
    ['of several events', { ...plain, events: [...plain.events, { name: 'contract_published' }] }],
    ['that is switched off', { ...plain, enabled: false }],
  ])('%s arrives as it is when told to, else switched off', async (_, body) => {
    await sides.source.publish({ consumer: 'C', version: '1', providers: ['P'], branch: 'main' });
    await save(sides.source, body);
    const original = await shown(sides.source);
    const off = await sides.run();
    expect(off).toMatchObject({ agrees: true });
    expect(countOf(off, 'webhooks')).toMatchObject({ from: 1, to: 1, carried: 1 });
    expect(await shown(sides.target)).toEqual({ ...original, enabled: false });
    expect(off.notCarried.join('\n')).toContain('webhooks: they are switched off at the target');
    const on = await sides.run({ enableWebhooks: true });
    expect(await shown(sides.target)).toEqual(original);
    expect(on.notCarried.join('\n')).not.toContain('switched off at the target');
    expect(on.notCarried).toContain('webhooks: the logs of what they triggered');
    expect(await shown(sides.source)).toEqual(original);
  });

  it.each([
    ['password and header', secret.request, 'authorization, password'],
    ['header', { ...plain.request, headers: secret.request.headers }, 'authorization'],
    ['password', { ...plain.request, username: 'ci', password: 'sesame' }, 'password'],
  ])(
    'stays off without its secret, a %s, which has to be entered at the target',
    async (_, request, names) => {
      await save(sides.source, { ...secret, request });
      const { notCarried } = await sides.run({ enableWebhooks: true });
      expect(await shown(sides.target)).toMatchObject({ enabled: false, description: 'with a secret' });
      const told = notCarried.filter((line) => line.includes('the secrets of'));
      expect(told).toEqual([
        `webhooks: the secrets of "with a secret" (${uuid}): ${names}; enter them at the target and switch it on there`,
      ]);
    },
  );

  it('that was switched on at the target stays on there, and follows the source otherwise', async () => {
    await save(sides.source, plain);
    await sides.run();
    await save(sides.target, plain);
    await sides.run();
    expect(await shown(sides.target)).toMatchObject({ enabled: true });
    await save(sides.source, { ...plain, description: 'tells CI and people' });
    await sides.run();
    expect(await shown(sides.target)).toMatchObject({ enabled: true, description: 'tells CI and people' });
  });

  it('that the target has of its own stays as it is', async () => {
    await save(sides.target, plain, 'webhook-of-the-target');
    const own = await shown(sides.target, 'webhook-of-the-target');
    const report = await sides.run();
    expect(report).toMatchObject({ agrees: true });
    expect(countOf(report, 'webhooks')).toMatchObject({ from: 0, onlyThere: 1 });
    expect(await shown(sides.target, 'webhook-of-the-target')).toEqual(own);
    expect(report.notCarried.join('\n')).not.toContain('webhooks');
  });

  it('that the target refuses is told by name, and the next one comes', async () => {
    await save(sides.source, plain);
    await save(sides.source, { ...plain, description: 'another' }, 'webhook-two-of-source');
    await using strict = await forwardTo(sides.to.url, {
      around: ({ method, url = '' }, forward) =>
        method === 'PUT' && url.endsWith(uuid)
          ? Promise.resolve(new Response('{"error":"not this one"}', { status: 400 }))
          : forward(),
    });
    const report = await sides.run({ to: strict.url });
    expect(report.agrees).toBe(false);
    expect(report.differences).toEqual([`webhooks: not at the target: ${uuid}`]);
    expect(report.notCarried.join('\n')).toContain(
      `the webhook "tells CI" (${uuid}): The Pact Broker says: not this one`,
    );
    expect(await shown(sides.target, 'webhook-two-of-source')).toMatchObject({ description: 'another' });
  });

  it('can’t come where the target has no webhooks, which is told', async () => {
    await save(sides.source, plain);
    await using without = await withoutWebhooks(sides.to.url);
    const { agrees, notCarried } = await sides.run({ to: without.url });
    expect(agrees).toBe(false);
    expect(notCarried).toContain('webhooks: all 1, as the target has no webhooks');
  });

  it('does not come from a source that shows none, which is told', async () => {
    await save(sides.source, plain);
    await using without = await withoutWebhooks(sides.from.url);
    const { agrees, notCarried } = await sides.run({ from: without.url });
    expect(agrees).toBe(true);
    expect(notCarried.filter((line) => line.includes('webhooks'))).toEqual([
      'webhooks: the source does not show any',
    ]);
  });
});
