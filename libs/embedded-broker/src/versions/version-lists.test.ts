import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

interface Versions {
  page?: object;
  _embedded: { versions: { number: string }[] };
  _links: Record<string, unknown>;
}

describe('Versions of a pacticipant', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
    for (const version of ['1', '2', '3']) await broker.publish('Con', 'Prov', { version });
  });
  afterEach(() => broker.close());

  const get = async (path: string) => {
    const { status, body } = await broker.request('GET', `/pacticipants/${path}`);
    return { status, body: body as Versions };
  };
  const numbers = async (path: string) => {
    const { status, body } = await get(path);
    return status === 200 ? body._embedded.versions.map(({ number }) => number) : status;
  };

  it('are found by tag, newest first, and by pages', async () => {
    for (const version of ['3', '1'])
      await broker.request('PUT', `/pacticipants/Con/versions/${version}/tags/rc`, {});
    expect(await numbers('Con/tags/rc/versions')).toEqual(['3', '1']);
    const { body } = await get('Con/tags/rc/versions?page=2&size=1');
    expect(body._embedded.versions.map(({ number }) => number)).toEqual(['1']);
    expect(body.page).toEqual({ number: 2, size: 1, totalElements: 2, totalPages: 2 });
    expect(body._links).toMatchObject({
      self: {
        href: `${broker.url}/pacticipants/Con/tags/rc/versions?page=2&size=1`,
        title: 'All application versions of Con',
      },
      previous: { href: `${broker.url}/pacticipants/Con/tags/rc/versions?size=1&page=1` },
    });
    expect(await numbers('Con/tags/nope/versions')).toBe(404);
    expect(await numbers('Nope/tags/rc/versions')).toBe(404);
  });

  it('are found by the environment they were ever in', async () => {
    await broker.deploy('Con', '1', 'production');
    await broker.deploy('Con', '2', 'production');
    await broker.deploy('Con', '2', 'production', {}, 'pb:record-release');
    const found = await broker.request('GET', '/environments');
    const { environments } = (found.body as { _embedded: { environments: { name: string; uuid: string }[] } })
      ._embedded;
    const uuid = (name: string) => environments.find((environment) => environment.name === name)?.uuid;
    expect(await numbers(`Con/environments/${uuid('production')}/versions`)).toEqual(['2', '1']);
    const { body } = await get(`Con/environments/${uuid('production')}/versions`);
    expect(body._links['self']).toMatchObject({ title: 'Versions for Con in environment Production' });
    expect(await numbers(`Con/environments/${uuid('test')}/versions`)).toEqual([]);
    expect(await numbers(`Nope/environments/${uuid('test')}/versions`)).toBe(404);
    expect(await numbers('Con/environments/none/versions')).toBe(404);
  });

  it('say where their links are documented', async () => {
    for (const [path, context] of [
      ['Con/versions/1', 'version'],
      ['Con', 'pacticipant'],
    ] as const) {
      const { body } = await get(path);
      expect(body._links['curies']).toEqual([
        { name: 'pb', href: `${broker.url}/doc/{rel}?context=${context}`, templated: true },
      ]);
    }
  });
});
