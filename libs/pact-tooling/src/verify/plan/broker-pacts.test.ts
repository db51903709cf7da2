import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BrokerClient, BrokerResponseError, NotAPactBrokerError } from '@pact-workshop/broker-client';
import { answering, startServer, type TestServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { pact } from '../../../test/pact-fixtures.ts';
import { pactsToVerify, type PactsQuery } from './broker-pacts.ts';

/** What the broker answers to the question, and for the pact. */
let listed: [status: number, body: unknown];
let document: string;
let asked: object[] = [];
let server: TestServer;
beforeAll(async () => {
  server = await startServer((request, response) => {
    if (request.url === '/') {
      const href = `${server.url}/{provider}/for-verification`;
      return answering(200, { _links: { 'pb:provider-pacts-for-verification': { href } } })(
        request,
        response,
      );
    }
    if (request.url === '/pact') {
      return void response.writeHead(200, { 'Content-Type': 'application/json' }).end(document);
    }
    void text(request).then((body) => {
      asked.push({ url: request.url, ...(JSON.parse(body) as object) });
      answering(...listed)(request, response);
    });
  });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const plain: PactsQuery = {
  provider: 'A B',
  selectors: [{ mainBranch: true }],
  providerBranch: undefined,
  providerTags: [],
  enablePending: false,
  includeWipPactsSince: undefined,
};
const ask = (query: Partial<PactsQuery> = {}) =>
  pactsToVerify(new BrokerClient({ baseUrl: server.url, retries: 0 }, {}), { ...plain, ...query });

const link = { self: { href: '', name: 'Pact between C and P' } };
const list = (verificationProperties?: object, links: object = link) => ({
  _embedded: {
    pacts: [
      {
        _links: { self: { ...(links as typeof link).self, href: `${server.url}/pact` } },
        verificationProperties,
      },
    ],
  },
});
const stored = (links: object = { 'pb:publish-verification-results': { href: 'http://broker/results' } }) =>
  JSON.stringify({ ...pact([{ description: 'a' }]), _links: links }).replace(
    '"status":200',
    '"status":200.0',
  );

describe('The broker is asked for pacts', () => {
  const base = { url: '/A%20B/for-verification', consumerVersionSelectors: [{ mainBranch: true }] };
  it.each<[string, Partial<PactsQuery>, object]>([
    ['by selectors alone', {}, { ...base, includePendingStatus: false }],
    [
      'by several selectors',
      { selectors: [{ tag: 'a' }, { branch: 'b' }] },
      { ...base, consumerVersionSelectors: [{ tag: 'a' }, { branch: 'b' }], includePendingStatus: false },
    ],
    [
      'of a branch',
      { providerBranch: 'b' },
      { ...base, providerVersionBranch: 'b', includePendingStatus: false },
    ],
    [
      'of tags',
      { providerTags: ['t', 'u'] },
      { ...base, providerVersionTags: ['t', 'u'], includePendingStatus: false },
    ],
    ['that may be pending', { enablePending: true }, { ...base, includePendingStatus: true }],
    [
      'in work',
      { includeWipPactsSince: '2026-01-02' },
      { ...base, includePendingStatus: false, includeWipPactsSince: '2026-01-02' },
    ],
  ])('%s', async (_, query, question) => {
    [asked, listed] = [[], [200, { _embedded: { pacts: [] } }]];
    expect(await ask(query)).toEqual([]);
    expect(asked).toEqual([question]);
  });
});

describe('The broker’s pacts', () => {
  it.each<[string, object | undefined, object]>([
    ['nothing', undefined, { pending: false, notices: [] }],
    ['that one may fail', { pending: true }, { pending: true, notices: [] }],
    ['that it is in work, as where nothing was asked about pending pacts', { wip: true }, { pending: true }],
    ['why', { notices: [{ when: 'w', text: 't' }] }, { pending: false, notices: [{ when: 'w', text: 't' }] }],
  ])('come as they are spelled, with what it says of them: %s', async (_, said, of) => {
    [listed, document] = [[200, list(said)], stored()];
    expect(await ask()).toMatchObject([
      { ...of, source: 'Pact between C and P', text: stored(), resultsUrl: 'http://broker/results' },
    ]);
  });

  it('are named by their address where they have no name', async () => {
    [listed, document] = [[200, list(undefined, { self: {} })], stored()];
    expect(await ask()).toMatchObject([{ source: `${server.url}/pact` }]);
  });

  it('are none of a provider that it has never heard of', async () => {
    listed = [404, { error: 'no such provider' }];
    expect(await ask()).toEqual([]);
  });

  it.each([400, 410, 500])('are not known where it answers with %i', async (status) => {
    listed = [status, { errors: ['no'] }];
    await expect(ask()).rejects.toThrow(BrokerResponseError);
  });

  it.each<[string, () => unknown, () => string]>([
    ['no list', () => ({}), stored],
    ['something else for the list', () => ({ _embedded: { pacts: {} } }), stored],
    ['null for what it has', () => ({ _embedded: null }), stored],
    ['a pact that is not JSON', () => list(), () => '{'],
    ['a pact without a place for its result', () => list(), () => stored({})],
  ])('are not taken from an answer with %s', async (_, body, content) => {
    [listed, document] = [[200, body()], content()];
    await expect(ask()).rejects.toThrow(NotAPactBrokerError);
  });
});
