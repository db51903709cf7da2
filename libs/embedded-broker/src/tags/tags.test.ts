import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

describe('A tag of a version', () => {
  let broker: TestBroker;
  let time = Date.UTC(2030, 0);
  beforeAll(async () => {
    broker = await startTestBroker({ clock: () => new Date(time) });
  });
  afterAll(() => broker.close());

  const tag = (method: string, path: string) =>
    broker.request(method, `/pacticipants/${path}`, method === 'PUT' ? {} : undefined);
  const tagsOf = async (version: string) => {
    const { body } = await broker.request('GET', `/pacticipants/${version}`);
    return (body as { _embedded: { tags: { name: string }[] } })._embedded.tags.map(({ name }) => name);
  };

  it('is put once, and keeps the time of the first', async () => {
    const path = 'A/versions/1/tags/z';
    const first = await tag('PUT', path);
    expect(first).toMatchObject({ status: 201, body: { name: 'z', createdAt: '2030-01-01T00:00:00+00:00' } });
    expect(first.headers.get('location')).toBe(`${broker.url}/pacticipants/${path}`);
    time += 1000;
    expect(await tag('PUT', path)).toMatchObject({ status: 200, body: first.body as object });
    expect(await tag('GET', path)).toMatchObject({ status: 200, body: first.body as object });
    await tag('PUT', 'A/versions/1/tags/a');
    expect(await tagsOf('A/versions/1')).toEqual(['z', 'a']);
  });

  it('is taken off without others, of the version or of another', async () => {
    for (const path of ['B/versions/1/tags/x', 'B/versions/1/tags/y', 'B/versions/2/tags/x'])
      await tag('PUT', path);
    expect((await tag('DELETE', 'B/versions/1/tags/x')).status).toBe(204);
    expect([await tagsOf('B/versions/1'), await tagsOf('B/versions/2')]).toEqual([['y'], ['x']]);
    for (const method of ['GET', 'DELETE'])
      for (const path of ['B/versions/1/tags/x', 'B/versions/9/tags/x', 'Nope/versions/1/tags/x'])
        expect((await tag(method, path)).status).toBe(404);
  });
});

describe('A tag called like an environment', () => {
  const deployed = async (broker: TestBroker) => {
    const { body } = await broker.request('GET', '/environments');
    const { environments } = (
      body as { _embedded: { environments: { name: string; _links: Record<string, { href: string }> }[] } }
    )._embedded;
    const links = environments.find(({ name }) => name === 'production')?._links;
    const answer = await broker.request(
      'GET',
      links?.['pb:currently-deployed-deployed-versions']?.href ?? '',
    );
    const list = answer.body as {
      _embedded: { deployedVersions: { _embedded: { version: { number: string } } }[] };
    };
    return list._embedded.deployedVersions.map(({ _embedded }) => _embedded.version.number);
  };
  const put = (broker: TestBroker, version: string, tag: string) =>
    broker.request('PUT', `/pacticipants/A/versions/${version}/tags/${tag}`, {});

  it('means a deployment to it, each time it is put', async () => {
    await using broker = await startTestBroker();
    await put(broker, '1', 'production');
    expect(await deployed(broker)).toEqual(['1']);
    await put(broker, '2', 'other');
    expect(await deployed(broker)).toEqual(['1']);
    await put(broker, '2', 'production');
    expect(await deployed(broker)).toEqual(['2']);
    await put(broker, '1', 'production');
    expect(await deployed(broker)).toEqual(['1']);
  });

  it('means none in a publication, or where the settings say so', async () => {
    await using broker = await startTestBroker();
    await broker.publish('A', 'B', { tags: ['production'] });
    await using off = await startTestBroker({ settings: { createDeployedVersionsForTags: false } });
    await put(off, '1', 'production');
    expect([await deployed(broker), await deployed(off)]).toEqual([[], []]);
  });
});
