import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

type Links = Record<string, { href: string; title: string; name: string }[]>;

// The same history, put to the official broker, gave these lists.
describe('Lists of pacts', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
    await broker.publish('Con', 'Prov', { version: '1', branch: 'main', content: 'a' });
    await broker.publish('Con', 'Prov', { version: '2', branch: 'main', tags: ['prod'], content: 'b' });
    await broker.publish('Con', 'Prov', { version: '3', branch: 'feat', tags: ['prod'], content: 'b' });
    await broker.publish('Con', 'Prov', { version: '4', content: 'c' });
    await broker.publish('Con', 'Prov', { version: '5', branch: 'main', tags: ['dev'], content: 'c' });
    await broker.publish('Other', 'Prov', { version: '1', branch: 'main', tags: ['prod'], content: 'a' });
    await broker.publish('Other', 'Prov', { version: '2', branch: 'main', tags: ['prod'], content: 'z' });
  });
  afterEach(() => broker.close());

  const integration = '/pacts/provider/Prov/consumer/Con';
  const linksOf = async (path: string) => {
    const { status, body } = await broker.request('GET', path);
    expect(status).toBe(200);
    return (body as { _links: Links })._links;
  };
  const versionIn = (href: string) => href.replace(/.*\/consumer\/(\w+)\/version\/(\w+)$/, '$1 $2');
  const ofProvider = async (path: string) => {
    const links = await linksOf(`/pacts/provider/Prov${path}`);
    return links['pb:pacts']?.map(({ href }) => versionIn(href));
  };
  const between = async (path: string) => {
    const links = await linksOf(integration + path);
    return (links['pact-versions'] ?? links['pb:pact-versions'])?.map(({ href }) => versionIn(href));
  };
  const remove = (path: string) => broker.request('DELETE', integration + path);

  it('hold all of a provider, those with a tag, or those of a branch', async () => {
    expect(await ofProvider('')).toEqual(['Con 1', 'Con 2', 'Con 3', 'Con 4', 'Con 5', 'Other 1', 'Other 2']);
    expect(await ofProvider('/tag/prod')).toEqual(['Con 2', 'Con 3', 'Other 1', 'Other 2']);
    expect(await ofProvider('/branch')).toEqual(['Con 1', 'Con 2', 'Con 5', 'Other 1', 'Other 2']);
    expect(await ofProvider('/branch/feat')).toEqual(['Con 3']);
  });

  it('hold the pacts of the heads of branches, for whom the head has one', async () => {
    expect(await ofProvider('/branch/latest')).toEqual(['Con 5', 'Other 2']);
    expect(await ofProvider('/branch/main/latest')).toEqual(['Con 5', 'Other 2']);
    await broker.request('PUT', '/pacticipants/Con/branches/main/versions/9', {});
    expect(await ofProvider('/branch/latest')).toEqual(['Other 2']);
    expect(await between('/branch/main/latest/versions')).toEqual([]);
  });

  it('go by the main branch of each consumer', async () => {
    await broker.request('PATCH', '/pacticipants/Con', { mainBranch: 'feat' });
    expect(await ofProvider('/branch')).toEqual(['Con 3', 'Other 1', 'Other 2']);
    expect(await ofProvider('/branch/latest')).toEqual(['Con 3', 'Other 2']);
    expect(await between('/branch/versions')).toEqual(['Con 3']);
    expect(await between('/branch/latest/versions')).toEqual(['Con 3']);
    expect((await remove('/branch/latest/versions')).status).toBe(200);
    expect(await between('/versions')).toEqual(['Con 5', 'Con 4', 'Con 2', 'Con 1']);
  });

  it('hold the latest pact of each consumer, or the latest with a tag', async () => {
    await broker.publish('Another', 'Prov', { version: '1' });
    await broker.publish('Con', 'Elsewhere', { version: '6', tags: ['prod'] });
    expect(await ofProvider('/latest')).toEqual(['Another 1', 'Con 5', 'Other 2']);
    expect(await ofProvider('/latest/prod')).toEqual(['Con 3', 'Other 2']);
    expect(await ofProvider('/latest/none')).toEqual([]);
  });

  it('name the provider, and every pact twice for older clients', async () => {
    const { body } = await broker.request('GET', '/pacts/provider/Prov/branch/feat');
    const href = `${broker.url}/pacticipants/Prov`;
    const pact = `${broker.url}${integration}/version/3`;
    expect(body).toEqual({
      _links: {
        self: {
          href: `${broker.url}/pacts/provider/Prov/branch/feat`,
          title: "All pact versions for the provider Prov with consumer version branch 'feat'",
        },
        'pb:provider': { href, name: 'Prov' },
        'pb:pacts': [{ href: pact, title: 'Pact between Con (3) and Prov', name: 'Con' }],
        provider: { href, title: 'Prov', name: 'DEPRECATED - please use the pb:provider relation' },
        pacts: [
          {
            href: pact,
            title: 'DEPRECATED - please use the pb:pacts relation. Pact between Con (3) and Prov',
            name: 'Con',
          },
        ],
      },
    });
    for (const [path, title] of [
      ['', 'All pact versions for the provider Prov'],
      ['/tag/prod', "All pact versions for the provider Prov with consumer version tag 'prod'"],
      ['/branch', 'All pact versions for the provider Prov'],
      ['/branch/latest', 'Latest pact versions for the provider Prov'],
      [
        '/branch/main/latest',
        "Latest pact versions for the provider Prov with consumer version branch 'main'",
      ],
    ] as const)
      expect((await linksOf(`/pacts/provider/Prov${path}`))['self']).toMatchObject({ title });
  });

  it('between two sides run from the newest for all and a tag, from the oldest for a branch', async () => {
    expect(await between('/versions')).toEqual(['Con 5', 'Con 4', 'Con 3', 'Con 2', 'Con 1']);
    expect(await between('/tag/prod')).toEqual(['Con 3', 'Con 2']);
    expect(await between('/branch/main')).toEqual(['Con 1', 'Con 2', 'Con 5']);
    expect(await between('/branch/versions')).toEqual(['Con 1', 'Con 2', 'Con 5']);
    expect(await between('/branch/latest/versions')).toEqual(['Con 5']);
    expect(await between('/branch/main/latest/versions')).toEqual(['Con 5']);
    expect(await between('/branch/nope')).toEqual([]);
  });

  it('embed each pact, and name their relations with a prefix only for a tag', async () => {
    const { body } = await broker.request('GET', `${integration}/tag/dev`);
    const href = `${broker.url}${integration}/version/5`;
    expect(body).toMatchObject({
      _embedded: {
        pacts: [
          {
            createdAt: expect.any(String),
            _embedded: {
              consumerVersion: {
                number: '5',
                _links: {
                  self: { title: 'Version', name: '5', href: `${broker.url}/pacticipants/Con/versions/5` },
                },
              },
            },
            _links: { self: { href, title: 'Pact between Con (5) and Prov' } },
          },
        ],
      },
      _links: {
        self: { title: 'All versions of the pact between Con and Prov with tag dev' },
        'pb:consumer': { title: 'Consumer', name: 'Con' },
        'pb:provider': { title: 'Provider', name: 'Prov' },
        'pb:pact-versions': [
          {
            href,
            title: 'Pact version',
            name: expect.stringMatching(/^Version 5 - \d\d\/\d\d\/\d{4}$/),
          },
        ],
      },
    });
    const links = await linksOf(`${integration}/versions`);
    expect(links).toMatchObject({
      self: { title: 'All versions of the pact between Con and Prov' },
      consumer: { name: 'Con' },
      provider: { name: 'Prov' },
    });
    expect(links['pact-versions']?.[0]?.title).toBe('Pact');
  });

  it('need a consumer and a provider', async () => {
    for (const [path, error] of [
      ['/pacts/provider/Nope/branch', "No provider with name 'Nope' found"],
      ['/pacts/provider/Nope/consumer/Con/versions', "No provider with name 'Nope' found"],
      ['/pacts/provider/Prov/consumer/Nope/tag/x', "No consumer with name 'Nope' found"],
      ['/pacts/provider/Prov/consumer/Nope/branch/x', "No consumer with name 'Nope' found"],
    ] as const) {
      const { status, body } = await broker.request('GET', path);
      expect([status, body]).toEqual([404, { error }]);
    }
  });

  it('delete what they show, with all revisions, and leave the rest', async () => {
    const answer = await remove('/branch/main');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      _links: {
        index: { href: broker.url },
        'pb:latest-pact-version': {
          href: `${broker.url}${integration}/latest`,
          title: 'Latest pact',
        },
      },
    });
    expect(await between('/versions')).toEqual(['Con 4', 'Con 3']);
    const latest = await broker.request('GET', `${integration}/latest`);
    expect(latest.headers.get('x-pact-consumer-version')).toBe('4');
    expect((await remove('/tag/nope')).status).toBe(200);
    await remove('/tag/prod');
    expect(await between('/versions')).toEqual(['Con 4']);
    expect(await ofProvider('/tag/prod')).toEqual(['Other 1', 'Other 2']);
    expect((await remove('/versions')).status).toBe(204);
    expect((await remove('/versions')).status).toBe(204);
    expect(await between('/versions')).toEqual([]);
    expect((await remove('/tag/prod')).body).toEqual({ _links: { index: { href: broker.url } } });
    expect((await broker.request('GET', '/pacts/provider/Prov/latest')).status).toBe(200);
    expect((await broker.publish('Con', 'Prov', { version: '2', content: 'other' })).status).toBe(200);
    expect(await between('/versions')).toEqual(['Con 2']);
  });

  it('delete by the main branch or its head only what belongs to it', async () => {
    await remove('/branch/latest/versions');
    expect(await between('/versions')).toEqual(['Con 4', 'Con 3', 'Con 2', 'Con 1']);
    await remove('/branch/versions');
    expect(await between('/versions')).toEqual(['Con 4', 'Con 3']);
    await remove('/branch/feat/latest/versions');
    expect(await between('/versions')).toEqual(['Con 4']);
  });
});
