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

describe('A single pact', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
    for (const [version, content, tags] of [
      ['1', 'a', undefined],
      ['2', 'b', undefined],
      ['3', 'b', ['prod']],
      ['4', 'c', ['prod']],
    ] as const)
      await broker.publish('Con', 'Prov', { version, content, ...(tags ? { tags } : {}) });
  });
  afterEach(() => broker.close());

  const integration = '/pacts/provider/Prov/consumer/Con';
  const pactAt = async (path: string) => {
    const { status, body } = await broker.request('GET', path);
    return status === 200
      ? (body as { _links: { self: { name: string } } })._links.self.name
      : [status, body];
  };
  const missing = [404, { error: 'The requested document was not found on this server.' }];

  it('is the latest without a tag', async () => {
    expect(await pactAt(`${integration}/latest-untagged`)).toBe('Pact between Con (2) and Prov');
    await broker.request('DELETE', `${integration}/versions`);
    expect(await pactAt(`${integration}/latest-untagged`)).toEqual(missing);
    expect(await pactAt('/pacts/provider/Prov/consumer/Nope/latest-untagged')).toEqual(missing);
  });

  it('is the one before with another content', async () => {
    expect(await pactAt(`${integration}/version/4/previous-distinct`)).toBe('Pact between Con (3) and Prov');
    expect(await pactAt(`${integration}/version/3/previous-distinct`)).toBe('Pact between Con (1) and Prov');
    expect(await pactAt(`${integration}/version/1/previous-distinct`)).toEqual(missing);
    expect(await pactAt(`${integration}/version/99/previous-distinct`)).toEqual(missing);
  });

  it('is told with its document apart, and the tags it is the latest with, to who asks for more', async () => {
    const extended = async (version: string) => {
      const accept = 'application/vnd.pactbrokerextended.v1+json';
      const path = `${integration}/version/${version}`;
      return (await broker.request('GET', path, undefined, { accept })).body as Record<string, unknown>;
    };
    const pact = await extended('4');
    expect(Object.keys(pact)).toEqual(['createdAt', 'contract', '_embedded', '_links']);
    expect(pact['contract']).toMatchObject({ consumer: { name: 'Con' }, interactions: [{}] });
    expect(pact['_embedded']).toEqual({
      tags: [
        {
          name: 'prod',
          latest: true,
          _links: {
            self: {
              title: 'Tag',
              name: 'prod',
              href: `${broker.url}/pacticipants/Con/versions/4/tags/prod`,
            },
            'pb:latest-pact': {
              name: 'The latest pact with the tag prod',
              href: `${broker.url}${integration}/latest/prod`,
            },
          },
        },
      ],
    });
    expect((await extended('3'))['_embedded']).toEqual({ tags: [] });
  });

  it('answers at the paths of very old clients, too', async () => {
    const name = 'Pact between Con (4) and Prov';
    expect(await pactAt(`${integration}/versions/4`)).toBe(name);
    expect(await pactAt('/pact/provider/Prov/consumer/Con/version/4')).toBe(name);
    expect(await pactAt('/pact/provider/Prov/consumer/Con/latest')).toBe(name);
  });

  it('links to all that can be asked about it, in the official order', async () => {
    const { body } = await broker.request('GET', `${integration}/version/4`);
    const links = (body as { _links: Record<string, object> })._links;
    // The official list, without the webhooks' links.
    expect(Object.keys(links).filter((rel) => !rel.includes('webhook'))).toEqual([
      'self',
      'pb:consumer',
      'pb:consumer-version',
      'pb:provider',
      'pb:pact-version',
      'pb:latest-pact-version',
      'pb:all-pact-versions',
      'pb:latest-untagged-pact-version',
      'pb:latest-tagged-pact-version',
      'pb:previous-distinct',
      'pb:diff-previous-distinct',
      'pb:diff',
      'pb:tag-prod-version',
      'pb:tag-version',
      'pb:publish-verification-results',
      'pb:latest-verification-results',
      'pb:matrix-for-consumer-version',
      'curies',
    ]);
    for (const rel of ['pb:all-pact-versions', 'pb:latest-untagged-pact-version', 'pb:previous-distinct'])
      expect((await broker.request('GET', (links[rel] as { href: string }).href)).status).toBe(200);
    expect(links['pb:matrix-for-consumer-version']).toEqual({
      title: 'View matrix rows for the consumer version to which this pact belongs',
      href: `${broker.url}/matrix?q%5B%5D%5Bpacticipant%5D=Con&q%5B%5D%5Bversion%5D=4&latestby=cvpv`,
    });
    expect(links['curies']).toEqual([
      { name: 'pb', href: `${broker.url}/doc/{rel}?context=pact`, templated: true },
    ]);
  });
});
