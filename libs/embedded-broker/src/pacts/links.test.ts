import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

/** As the official broker answers. */
describe('Links to pacts', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
    await broker.publish('My App', 'P', { version: '1', branch: 'main' });
    await broker.deploy('My App', '1', 'test');
  });
  afterAll(() => broker.close());
  const get = async (path: string) => (await broker.request('GET', path)).body as { _links: object };

  it('stand in the list of the latest', async () => {
    const link = {
      title: 'Latest pact between My App and P',
      href: `${broker.url}/pacts/provider/P/consumer/My%20App/latest`,
    };
    expect((await get('/pacts/latest'))._links).toEqual({
      self: { href: `${broker.url}/pacts/latest` },
      'pb:pacts': [link],
      pacts: [{ ...link, name: 'DEPRECATED - please use the pb:pacts relation' }],
      curies: [{ name: 'pb', href: `${broker.url}/doc/{rel}?context=pacts`, templated: true }],
    });
  });

  it('stand in the list of a provider', async () => {
    const href = `${broker.url}/pacticipants/P`;
    expect((await get('/pacts/provider/P/latest'))._links).toMatchObject({
      'pb:provider': { href, name: 'P' },
      provider: { href, title: 'P', name: 'DEPRECATED - please use the pb:provider relation' },
      pacts: [
        {
          title: 'DEPRECATED - please use the pb:pacts relation. Pact between My App (1) and P',
          name: 'My App',
        },
      ],
    });
  });

  it('lead to the matrix with an encoded query', async () => {
    expect((await get('/pacts/provider/P/consumer/My%20App/version/1'))._links).toMatchObject({
      'pb:tag-version': { href: `${broker.url}/pacticipants/My%20App/versions/1/tags/{tag}` },
      'pb:matrix-for-consumer-version': {
        title: 'View matrix rows for the consumer version to which this pact belongs',
        href: `${broker.url}/matrix?q%5B%5D%5Bpacticipant%5D=My+App&q%5B%5D%5Bversion%5D=1&latestby=cvpv`,
      },
    });
  });

  it('name what is live before the main branch as reasons for a verification', async () => {
    const answer = await broker.request('POST', '/pacts/provider/P/for-verification', {
      providerVersionBranch: '',
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { _embedded: { pacts: [{ shortDescription: 'deployed to test, latest from main branch' }] } },
    });
  });

  it('are refused results with a build URL that is none, and without a version', async () => {
    const pact = await get('/pacts/provider/P/consumer/My%20App/version/1');
    const { href } = (pact._links as Record<string, { href: string }>)['pb:publish-verification-results'] ?? {
      href: '',
    };
    const result = await broker.request('POST', href, {
      success: true,
      providerApplicationVersion: '',
      buildUrl: 'no url',
    });
    expect(result.body).toEqual({
      errors: {
        providerApplicationVersion: ['must be filled'],
        buildUrl: ['is not a valid URL eg. http://example.org'],
      },
    });
  });
});
