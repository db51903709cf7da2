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
