import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

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
      await broker.publish('Con', 'Prov', { version, content, tags });
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

  it('has its document apart, and the tags it is the latest with, for clients that ask for more', async () => {
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

  it('stays the latest with its tag whatever others publish with it later', async () => {
    await broker.publish('Other', 'Prov', { tags: ['prod'] });
    await broker.publish('Con', 'Elsewhere', { version: '5', tags: ['prod'] });
    const accept = 'application/vnd.pactbrokerextended.v1+json';
    const { body } = await broker.request('GET', `${integration}/version/4`, undefined, { accept });
    expect(body).toMatchObject({ _embedded: { tags: [{ name: 'prod', latest: true }] } });
    expect(await pactAt(`${integration}/latest/prod`)).toBe('Pact between Con (4) and Prov');
  });

  it('is the latest by its version, not by when it was published', async () => {
    await broker.publish('Con', 'Prov', { version: '3', content: 'late', merge: true });
    await broker.publish('Con', 'Prov', { version: '1', content: 'later', merge: true });
    const latest = 'Pact between Con (4) and Prov';
    expect(await pactAt(`${integration}/latest`)).toBe(latest);
    expect(await pactAt(`${integration}/latest/prod`)).toBe(latest);
    expect(await pactAt(`${integration}/latest-untagged`)).toBe('Pact between Con (2) and Prov');
    const all = await broker.request('GET', '/pacts/latest');
    expect(all.body).toMatchObject({
      pacts: [{ _embedded: { consumer: { _embedded: { version: { number: '4' } } } } }],
    });
  });

  it('is the last of a tag or a branch', async () => {
    for (const version of ['1', '3', '2'])
      await broker.request('PUT', `/pacticipants/Con/branches/b/versions/${version}`, {});
    await broker.request('PUT', '/pacticipants/Other/branches/b/versions/9', {});
    expect(await pactAt(`${integration}/branch/b/latest`)).toBe('Pact between Con (3) and Prov');
    expect(await pactAt(`${integration}/branch/none/latest`)).toEqual(missing);
    expect(await pactAt(`${integration}/latest/prod`)).toBe('Pact between Con (4) and Prov');
    expect(await pactAt(`${integration}/latest`)).toBe('Pact between Con (4) and Prov');
  });

  it('is found by its content as that of the version that its address names, else of the last one', async () => {
    const { body } = await broker.request('GET', `${integration}/version/2`);
    const { href } = (body as { _links: Record<string, { href: string }> })._links['pb:pact-version']!;
    const selection = await broker.request('POST', '/pacts/provider/Prov/for-verification', {
      consumerVersionSelectors: [{ tag: 'prod' }],
    });
    const { pacts } = (selection.body as { _embedded: { pacts: { _links: { self: { href: string } } }[] } })
      ._embedded;
    expect(await pactAt(href)).toBe('Pact between Con (3) and Prov');
    const ofLatest = await broker.request('GET', `${integration}/latest/prod`);
    const results = (ofLatest.body as { _links: Record<string, { href: string }> })._links[
      'pb:publish-verification-results'
    ]!.href;
    expect(await pactAt(results.replace('/verification-results', ''))).toBe('Pact between Con (4) and Prov');
    for (const { _links } of pacts) {
      const { body: selected } = await broker.request('GET', _links.self.href);
      const versions = (selected as { _links: Record<string, { name: string }[]> })._links[
        'pb:consumer-versions'
      ];
      expect(versions?.map(({ name }) => name)).toEqual([expect.stringMatching(/^[34]$/)]);
    }
    await broker.publish('Con', 'Prov', { version: '5', content: 'c' });
    expect(await pactAt(results.replace('/verification-results', ''))).toBe('Pact between Con (4) and Prov');
  });

  it('is not stored under another name than its own, and not without a version', async () => {
    const put = (path: string, names: object) => broker.request('PUT', path, { ...names, interactions: [] });
    const consumer = { name: 'Con' };
    expect(await put(`${integration}/version/9`, { consumer, provider: { name: 'Else' } })).toMatchObject({
      status: 400,
      body: { errors: { 'provider.name': ["name in pact 'Else' does not match name in URL path 'Prov'."] } },
    });
    expect(await put(`${integration}/version/9`, { consumer: { name: 1 } })).toMatchObject({
      status: 400,
      body: { errors: { 'consumer.name_in_pact': ['must be a string'] } },
    });
    expect(await put(`${integration}/version/%20`, { consumer })).toMatchObject({
      status: 400,
      body: { errors: { consumer_version_number: ['cannot be blank'] } },
    });
    expect(await pactAt(`${integration}/version/9`)).toEqual(missing);
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
