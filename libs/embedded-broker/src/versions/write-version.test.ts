import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

interface VersionBody {
  readonly number: string;
  readonly buildUrl?: string;
  readonly createdAt: string;
  readonly updatedAt?: string;
  readonly _embedded: { readonly tags: readonly { readonly name: string }[] };
}

describe('A version that is written', () => {
  let broker: TestBroker;
  let time = Date.UTC(2030, 0);
  let pacticipants = 0;
  beforeAll(async () => {
    broker = await startTestBroker({ clock: () => new Date(time) });
  });
  afterAll(() => broker.close());

  const write = (method: 'PUT' | 'PATCH', path: string, body: object) =>
    broker.request(method, path, body, {
      'content-type': method === 'PUT' ? 'application/json' : 'application/merge-patch+json',
    });
  /** The path of a version that nobody has written yet. */
  const newPath = () => `/pacticipants/Con${++pacticipants}/versions/1`;
  const told = async (path: string) => {
    const { number, buildUrl, _embedded } = (await broker.request('GET', path)).body as VersionBody;
    return { number, buildUrl, tags: _embedded.tags.map(({ name }) => name) };
  };
  const tags = (...names: string[]) => ({ tags: names.map((name) => ({ name })) });

  it.each([
    ['PUT', {}, { buildUrl: undefined, tags: ['a', 'b'] }],
    ['PUT', { buildUrl: 'http://ci/2' }, { buildUrl: 'http://ci/2', tags: ['a', 'b'] }],
    ['PUT', tags('c'), { buildUrl: undefined, tags: ['c'] }],
    ['PUT', tags(), { buildUrl: undefined, tags: [] }],
    ['PATCH', {}, { buildUrl: 'http://ci/1', tags: ['a', 'b'] }],
    ['PATCH', { buildUrl: 'http://ci/2' }, { buildUrl: 'http://ci/2', tags: ['a', 'b'] }],
    ['PATCH', { buildUrl: null }, { buildUrl: undefined, tags: ['a', 'b'] }],
    ['PATCH', tags('b', 'c'), { buildUrl: 'http://ci/1', tags: ['b', 'c'] }],
  ] as const)('again by %s %j has what is in it, or what was there', async (method, body, expected) => {
    const path = newPath();
    const first = { buildUrl: 'http://ci/1', ...tags('a', 'b') };
    expect(await write(method, path, first)).toMatchObject({ status: 201, body: { number: '1' } });
    const other = path.replace('/1', '/2');
    await write(method, other, first);
    expect((await write(method, path, body)).status).toBe(200);
    expect(await told(path)).toEqual({ number: '1', ...expected });
    expect(await told(other)).toEqual({ number: '2', buildUrl: 'http://ci/1', tags: ['a', 'b'] });
  });

  it.each<['PUT' | 'PATCH', object, boolean]>([
    ['PUT', {}, true],
    ['PUT', { buildUrl: 'http://ci/1' }, true],
    ['PATCH', {}, false],
    ['PATCH', { buildUrl: 'http://ci/1' }, false],
    ['PATCH', tags('a'), false],
    ['PATCH', { buildUrl: 'http://ci/2' }, true],
    ['PATCH', { buildUrl: null }, true],
  ])('again by %s %j is as old as it was, and newer where it is replaced or changed: %s', async (...row) => {
    const [method, body, isNewer] = row;
    const path = newPath();
    time = Date.UTC(2030, 1);
    expect((await write(method, path, { buildUrl: 'http://ci/1' })).body).not.toHaveProperty('updatedAt');
    time = Date.UTC(2030, 2);
    expect((await write(method, path, body)).body).toMatchObject({ createdAt: '2030-02-01T00:00:00+00:00' });
    expect(((await broker.request('GET', path)).body as { updatedAt?: string }).updatedAt).toBe(
      isNewer ? '2030-03-01T00:00:00+00:00' : undefined,
    );
  });

  it.each([
    [{ buildUrl: 1 }, { buildUrl: ['must be a string'] }],
    [{ tags: 'a' }, { tags: ['must be an array'] }],
    [{ tags: [{ name: 'a' }, { name: 1 }] }, { tags: ['name must be a string'] }],
    [{ tags: [null] }, { tags: ['name must be a string'] }],
  ])('with %j is refused, and not made', async (body, errors) => {
    const path = newPath();
    expect(await write('PUT', path, body)).toMatchObject({ status: 400, body: { errors } });
    expect((await broker.request('GET', path)).status).toBe(404);
  });
});

describe('A version that is deleted', () => {
  it('takes its pacts, results and tags along, and nothing of others', async () => {
    await using broker = await startTestBroker();
    for (const version of ['1', '2']) {
      await broker.publish('Con', 'Prov', { version, content: version, tags: ['t'] });
      await broker.verify('Con', 'Prov', { consumerVersion: version, version: '10' });
    }
    await broker.request('PUT', '/pacticipants/Prov/versions/1', {});
    const status = async (path: string) => (await broker.request('GET', path)).status;
    expect((await broker.request('DELETE', '/pacticipants/Con/versions/1')).status).toBe(204);
    expect((await broker.request('DELETE', '/pacticipants/Con/versions/1')).status).toBe(404);
    const pact = (version: string) => `/pacts/provider/Prov/consumer/Con/version/${version}`;
    expect([await status(pact('1')), await status(pact('2'))]).toEqual([404, 200]);
    expect(await status('/pacticipants/Prov/versions/1')).toBe(200);
    await broker.request('DELETE', '/pacticipants/Prov/versions/10');
    expect(await status(`${pact('2')}/verification-results/latest`)).toBe(404);
    expect(await status('/pacticipants/Con/latest-version/t')).toBe(200);
  });
});
