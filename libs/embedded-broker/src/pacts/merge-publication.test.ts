import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

const interaction = (description: string, body: string, path = '/') => ({
  description,
  request: { method: 'GET', path },
  response: { status: 200, body },
});
const pact = (consumer: string, ...interactions: object[]) => ({
  consumer: { name: consumer },
  provider: { name: 'Prov' },
  interactions,
});

describe('A publication that is merged', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
  });
  afterAll(() => broker.close());

  const path = (consumer: string) => `/pacts/provider/Prov/consumer/${consumer}/version/1`;
  const publish = (consumer: string, onConflict: string | undefined, ...interactions: object[]) =>
    broker.request('POST', '/contracts/publish', {
      pacticipantName: consumer,
      pacticipantVersionNumber: '1',
      contracts: [
        {
          ...broker.contract(consumer, 'Prov'),
          content: Buffer.from(JSON.stringify(pact(consumer, ...interactions))).toString('base64'),
          onConflict,
        },
      ],
    });
  const stored = async (consumer: string) => {
    const { body } = await broker.request('GET', path(consumer));
    const { interactions } = body as { interactions: ReturnType<typeof interaction>[] };
    return interactions.map(({ description, response }) => `${description}: ${response.body}`);
  };
  const outcome = (answer: { body: unknown }) =>
    (answer.body as { notices: { text: string }[] }).notices.find(({ text }) => text.startsWith('Pact '))
      ?.text;

  it('has what was published last of each interaction', async () => {
    await publish('A', undefined, interaction('x', 'old'), interaction('y', 'y'));
    const merged = await publish('A', 'merge', interaction('x', 'new'), interaction('z', 'z'));
    expect(outcome(merged)).toBe(
      'Pact content merged with existing content for A version 1 and provider Prov.',
    );
    expect(await stored('A')).toEqual(['x: new', 'y: y', 'z: z']);
    expect(await broker.request('PATCH', path('A'), pact('A', interaction('y', 'newer')))).toMatchObject({
      status: 200,
    });
    expect(await stored('A')).toEqual(['x: new', 'y: newer', 'z: z']);
  });

  it('is a publication like any other where there is nothing to merge it with', async () => {
    expect(outcome(await publish('B', 'merge', interaction('x', 'x')))).toBe(
      'Pact successfully published for B version 1 and provider Prov.',
    );
    expect(
      await broker.request('PATCH', path('Patched'), pact('Patched', interaction('x', 'x'))),
    ).toMatchObject({ status: 201 });
  });

  it('is refused where it contradicts, with what is different', async () => {
    await publish('C', undefined, interaction('x', 'x'));
    const refused = await publish('C', 'merge', interaction('x', 'x', '/other'));
    expect(refused.status).toBe(409);
    expect((refused.body as { notices: { text: string }[] }).notices[1]?.text).toContain(
      '-        "path": "/"\n+        "path": "/other"',
    );
    expect(await stored('C')).toEqual(['x: x']);
  });

  it('is refused instead of merged when the request says overwrite', async () => {
    await publish('D', undefined, interaction('x', 'x'));
    expect((await publish('D', 'overwrite', interaction('y', 'y'))).status).toBe(409);
    expect(await stored('D')).toEqual(['x: x']);
  });

  it('shows once in lists, with its last content, and the content before it has no pact', async () => {
    await publish('E', undefined, interaction('x', 'x'));
    const shaOf = async () =>
      ((await broker.request('GET', path('E'))).body as { _links: Record<string, { name: string }> })._links[
        'pb:pact-version'
      ]?.name;
    const before = await shaOf();
    await publish('E', 'merge', interaction('y', 'y'));
    await publish('E', 'merge', interaction('z', 'z'));
    await broker.request('PUT', '/pacticipants/E/branches/main/versions/1', {});
    await broker.request('PUT', '/pacticipants/E/versions/1/tags/t', {});
    const links = async (path: string) => {
      const { _links } = (await broker.request('GET', path)).body as {
        _links: Record<string, { href: string }[]>;
      };
      const list = _links['pb:pacts'] ?? _links['pb:pact-versions'] ?? _links['pact-versions'] ?? [];
      return list.filter(({ href }) => href.includes('/consumer/E/')).length;
    };
    for (const list of [
      '/pacts/latest',
      ...['', '/latest', '/tag/t', '/latest/t', '/branch/main', '/branch/main/latest'].map(
        (rest) => `/pacts/provider/Prov${rest}`,
      ),
      ...['/versions', '/tag/t', '/branch/main', '/branch/main/latest/versions'].map(
        (rest) => `/pacts/provider/Prov/consumer/E${rest}`,
      ),
    ])
      expect([list, await links(list)]).toEqual([list, 1]);
    for (const rest of ['/version/1', '/latest', '/latest/t', '/branch/main/latest'])
      expect(await broker.request('GET', `/pacts/provider/Prov/consumer/E${rest}`)).toMatchObject({
        body: { interactions: [{}, {}, {}] },
      });
    const old = await broker.request('GET', `/pacts/provider/Prov/consumer/E/pact-version/${before}`);
    expect(old.status).toBe(404);
    const version = await broker.request('GET', '/pacticipants/E/versions/1');
    expect((version.body as { _links: Record<string, object[]> })._links['pb:pact-versions']).toHaveLength(1);
  });
});

describe('Where contracts may be changed', () => {
  it('another content replaces the old one with a warning, but no merge that contradicts does', async () => {
    await using broker = await startTestBroker({ settings: { allowDangerousContractModification: true } });
    const path = '/pacts/provider/Prov/consumer/Con/version/1';
    await broker.request('PUT', path, pact('Con', interaction('x', 'x')));
    const other = pact('Con', interaction('x', 'x', '/other'));
    expect(await broker.request('PATCH', path, other)).toMatchObject({ status: 409, text: '' });
    expect(await broker.request('GET', path)).toMatchObject({
      body: { interactions: [{ request: { path: '/' } }] },
    });
    expect(await broker.request('PUT', path, other)).toMatchObject({ status: 200 });
    expect(await broker.request('GET', path)).toMatchObject({
      body: { interactions: [{ request: { path: '/other' } }] },
    });
    const { notices } = (await broker.publish('Con', 'Prov', { content: 'x' })).body as {
      notices: { type: string; text: string }[];
    };
    expect(notices.find(({ type }) => type === 'warning')?.text).toContain(
      'Pact with changed content published over existing content for Con version 1 and provider Prov.',
    );
    expect(notices.find(({ text }) => text.includes('Events'))?.text).toBe(
      '  Events detected: contract_published, contract_content_changed ' +
        '(pact content modified since previous publication for Con version 1)',
    );
  });
});
