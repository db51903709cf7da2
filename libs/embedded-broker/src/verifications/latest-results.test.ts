import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

const integration = '/pacts/provider/Prov/consumer/Con';
const missing = [404, { error: 'The requested document was not found on this server.' }];

describe('The latest verification result', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
    await broker.publish('Con', 'Prov', { version: '1', content: 'a', tags: ['prod'] });
    await broker.publish('Con', 'Prov', { version: '2', content: 'b' });
  });
  afterEach(() => broker.close());

  const at = async (path: string) => {
    const { status, body } = await broker.request('GET', integration + path);
    return status === 200
      ? (body as { providerApplicationVersion: string }).providerApplicationVersion
      : [status, body];
  };

  it("is found by the pact's version, and for the latest pact, of all or with a tag", async () => {
    expect(await at('/version/1/verification-results/latest')).toEqual(missing);
    expect(await at('/latest/verification-results/latest')).toEqual(missing);
    await broker.verify('Con', 'Prov', { consumerVersion: '1', version: '100' });
    await broker.verify('Con', 'Prov', { consumerVersion: '2', version: '101' });
    await broker.verify('Con', 'Prov', { consumerVersion: '2', version: '102', success: false });
    expect(await at('/version/1/verification-results/latest')).toBe('100');
    expect(await at('/version/2/verification-results/latest')).toBe('102');
    expect(await at('/latest/verification-results/latest')).toBe('102');
    expect(await at('/latest/prod/verification-results/latest')).toBe('100');
    expect(await at('/latest/nope/verification-results/latest')).toEqual(missing);
    expect(await at('/version/9/verification-results/latest')).toEqual(missing);
  });

  it('has the tags of the provider version for clients that ask for more', async () => {
    await broker.verify('Con', 'Prov', { version: '100' });
    const tag = (version: string, name: string) =>
      broker.request('PUT', `/pacticipants/Prov/versions/${version}/tags/${name}`, {});
    await tag('100', 'main');
    await tag('100', 'prod');
    await tag('101', 'main');
    const extended = 'application/vnd.pactbrokerextended.v1+json';
    const { headers, body } = await broker.request(
      'GET',
      `${integration}/version/1/verification-results/latest`,
      undefined,
      { accept: extended },
    );
    expect(headers.get('content-type')).toBe(`${extended};charset=utf-8`);
    const self = (name: string) => ({
      title: 'Tag',
      name,
      href: `${broker.url}/pacticipants/Prov/versions/100/tags/${name}`,
    });
    expect((body as { _embedded: object })._embedded).toEqual({
      tags: [
        { name: 'main', latest: false, _links: { self: self('main') } },
        { name: 'prod', latest: true, _links: { self: self('prod') } },
      ],
    });
    const plain = await broker.request('GET', `${integration}/version/1/verification-results/latest`);
    expect(plain.body).not.toHaveProperty('_embedded');
    expect(Object.keys(body as object).filter((key) => key !== '_embedded')).toEqual(
      Object.keys(plain.body as object),
    );
  });
});

describe('The results of all pacts of a consumer version', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
    await broker.publish('Con', ['Prov', 'Another'], { version: '1' });
  });
  afterEach(() => broker.close());

  const path = '/verification-results/consumer/Con/version/1/latest';
  const summary = async () => (await broker.request('GET', path)).body as Record<string, unknown>;

  it('are successful when every pact is', async () => {
    expect(await summary()).toEqual({
      success: false,
      providerSummary: { successful: [], failed: [], unknown: ['Another', 'Prov'] },
      _embedded: { verificationResults: [] },
      _links: {
        self: {
          href: broker.url + path,
          title: 'Latest verification results for consumer Con version 1',
        },
      },
    });
    await broker.verify('Con', 'Prov', { version: '100', success: false });
    expect(await summary()).toMatchObject({
      success: false,
      providerSummary: { successful: [], failed: ['Prov'], unknown: ['Another'] },
    });
    await broker.verify('Con', 'Prov', { version: '101' });
    await broker.verify('Con', 'Another', { version: '1' });
    expect(await summary()).toMatchObject({
      success: true,
      providerSummary: { successful: ['Another', 'Prov'], failed: [], unknown: [] },
      _embedded: {
        verificationResults: [
          { providerName: 'Another' },
          { providerName: 'Prov', providerApplicationVersion: '101' },
        ],
      },
    });
  });

  it('count once for each provider, though an earlier version published the same', async () => {
    await broker.publish('Con', ['Prov', 'Another'], { version: '2' });
    await broker.verify('Con', 'Prov', { version: '100' });
    await broker.verify('Con', 'Another', { version: '1' });
    expect(await summary()).toMatchObject({
      success: true,
      providerSummary: { successful: ['Another', 'Prov'] },
    });
  });

  it('need a version; one without pacts has nothing to fail', async () => {
    await broker.verify('Con', 'Prov', { version: '100' });
    const at = async (url: string) => {
      const { status, body } = await broker.request('GET', url);
      return [status, body];
    };
    expect(await at('/verification-results/consumer/Con/version/9/latest')).toEqual(missing);
    expect(await at('/verification-results/consumer/Nope/version/1/latest')).toEqual(missing);
    expect(await at('/verification-results/consumer/Prov/version/100/latest')).toEqual([
      200,
      expect.objectContaining({
        success: true,
        providerSummary: { successful: [], failed: [], unknown: [] },
      }),
    ]);
  });

  it('are linked from the version', async () => {
    const { body } = await broker.request('GET', '/pacticipants/Con/versions/1');
    const links = (body as { _links: Record<string, { href: string }> })._links;
    expect(links['pb:latest-verification-results-where-pacticipant-is-consumer']).toEqual({
      title: 'Latest verification results for consumer version',
      href: broker.url + path,
    });
  });
});
