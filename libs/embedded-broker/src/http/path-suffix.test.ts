import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import { splitSuffix } from './path-suffix.ts';

describe('The ending of a path', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
    await broker.request('POST', '/pacticipants', { name: 'Mobile' });
  });
  afterEach(() => broker.close());

  const get = (path: string, accept = 'application/hal+json') =>
    broker.request('GET', path, undefined, { accept });

  // The answers are the official broker's.
  it.each([
    ['/pacticipants.json', '*/*', 200],
    ['/pacticipants.json?q=mob', 'application/hal+json', 200],
    ['/pacticipants/Mobile.json', 'text/html,application/xhtml+xml,*/*;q=0.8', 200],
    ['/.json', '*/*', 200],
    ['/matrix.json', '*/*', 400],
    ['/index.json', '*/*', 404],
    ['/pacticipants/Mobile.yaml', 'application/hal+json', 406],
    ['/pacticipants/Mobile.csv', 'application/hal+json', 406],
    ['/pacticipants/Mobile.xml', 'application/hal+json', 404],
    ['/pacticipants/Mobile/', 'application/hal+json', 200],
    ['/pacticipants//Mobile', 'application/hal+json', 404],
    ['/pacticipants/Mobile%2F', 'application/hal+json', 404],
    ['/%70acticipants', 'application/hal+json', 404],
  ])('of GET %s with Accept: %s gives %i', async (path, accept, status) => {
    expect((await get(path, accept)).status).toBe(status);
  });

  it('stands for a media type, whatever Accept says, and is not part of links', async () => {
    const { body, headers } = await get('/environments.json', 'text/plain');
    expect(headers.get('content-type')).toBe('application/hal+json;charset=utf-8');
    expect(body).toMatchObject({ _links: { self: { href: `${broker.url}/environments` } } });
    expect((await get('/nope.json.json')).status).toBe(404);
    expect((await get('/pacticipants/Gone.json')).body).toEqual({
      error: "No pacticipant with name 'Gone' found",
    });
  });

  it('is taken off once', async () => {
    expect((await get('/pacticipants/Mobile.json')).status).toBe(200);
    expect((await get('/pacticipants/Mobile.json.json')).status).toBe(404);
    expect((await get('/pacticipants/Gone.json.json')).body).toEqual({
      error: "No pacticipant with name 'Gone.json' found",
    });
  });

  it('leaves the query as it is', async () => {
    const found = async (query: string) => {
      const { body } = await get(`/pacticipants.json?${query}`);
      return (body as { _embedded: { pacticipants: unknown[] } })._embedded.pacticipants.length;
    };
    expect([await found('q=mob'), await found('q=nobody')]).toEqual([1, 0]);
  });

  it('belongs to a name that ends so, also where a shorter name exists', async () => {
    await broker.request('POST', '/pacticipants', { name: 'Mobile.json' });
    for (const path of ['/pacticipants/Mobile.json', '/pacticipants/Mobile%2Ejson']) {
      expect((await get(path)).body).toMatchObject({ name: 'Mobile.json' });
    }
    expect((await get('/pacticipants/Mobile.json.json')).body).toMatchObject({ name: 'Mobile.json' });
  });

  it('belongs to the name in requests that write', async () => {
    expect((await broker.request('DELETE', '/pacticipants/Mobile.json')).status).toBe(404);
    expect((await get('/pacticipants/Mobile')).status).toBe(200);
    await broker.request('PUT', '/pacticipants/Mobile/versions/1.json', {});
    expect((await get('/pacticipants/Mobile/versions/1.json')).body).toMatchObject({ number: '1.json' });
    expect((await get('/pacticipants/Mobile/versions/1')).status).toBe(404);
  });

  it('is split off only where it means something', () => {
    expect(splitSuffix('/a.b/c.csv')).toEqual({ path: '/a.b/c', type: 'text/csv' });
    expect(splitSuffix('/.json')).toEqual({ path: '/', type: 'application/hal+json' });
    expect(splitSuffix('/a.json/c')).toBeUndefined();
    expect(splitSuffix('/a%2Ejson')).toBeUndefined();
    expect(splitSuffix('/1.0.0')).toBeUndefined();
  });
});
