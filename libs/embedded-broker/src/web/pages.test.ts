import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const pact = '/pacts/provider/P/consumer/C';

describe('Pages', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
    await broker.publish('C', 'P', { branch: 'main', tags: ['dev'] });
  });
  afterAll(() => broker.close());
  const get = (path: string, headers: Record<string, string> = browser) =>
    broker.request('GET', path, undefined, headers);

  it.each([
    `${pact}/latest`,
    `${pact}/latest/dev`,
    `${pact}/branch/main/latest`,
    `${pact}/version/1`,
    '/matrix/provider/P/consumer/C',
  ])('answer browsers where programs find the resource: %s', async (path) => {
    const seen = await get(path);
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'text/html;charset=utf-8']);
    for (const accept of ['application/hal+json', '*/*']) {
      const { status, headers } = await get(path, { accept });
      expect([status, headers.get('content-type')]).toEqual([200, 'application/hal+json;charset=utf-8']);
    }
  });

  it('take an ending of the path for what it means to the API', async () => {
    const { headers } = await get(`${pact}/latest.json`);
    expect(headers.get('content-type')).toBe('application/hal+json;charset=utf-8');
  });

  it.each([
    ['/nowhere', 'There is nothing here'],
    [`${pact}/version/2`, 'There is nothing here'],
    ['/matrix/provider/P/consumer/Nobody', 'No consumer with name &#39;Nobody&#39; found'],
  ])('say that there is nothing at %s', async (path, words) => {
    const { status, headers, text } = await get(path);
    expect([status, headers.get('content-type')]).toEqual([404, 'text/html;charset=utf-8']);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text.replaceAll("'", '&#39;')).toContain(words);
    const { headers: toProgram } = await get(path, { accept: 'application/hal+json' });
    expect(toProgram.get('content-type')).toMatch(/json/);
  });

  it('ask for credentials in a page that needs none for its looks', async () => {
    await using guarded = await startTestBroker({ basicAuth: { writer: { username: 'w', password: 'p' } } });
    const { status, headers, text } = await guarded.request('GET', '/', undefined, browser);
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Basic realm="Restricted area"']);
    expect(text).toContain('PACT_BROKER_BASIC_AUTH_USERNAME');
    for (const [, asset = ''] of text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) {
      expect((await guarded.request('GET', asset)).status).toBe(200);
    }
    expect((await guarded.request('GET', '/')).text).toBe('');
  });

  it('load what may be kept for good, since its path changes with it', async () => {
    const { text } = await get('/');
    const [, path = ''] = /href="([^"]+\.css)"/.exec(text) ?? [];
    const { status, headers } = await get(path);
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(headers.get('content-type')).toBe('text/css;charset=utf-8');
    expect((await get('/assets/000000000000/broker.css')).status).toBe(404);
  });

  it('link within the path under which a proxy shows the broker', async () => {
    const baseUrls = ['https://tools.example/pacts'];
    await using proxied = await startTestBroker({ settings: { baseUrls } });
    const { text } = await proxied.request('GET', '/', undefined, browser);
    const addresses = [...text.matchAll(/(?:src|href|action)="([^"#][^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses) expect(address).toMatch(/^\/pacts\//);
  });
});
