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

  it('are listed the last created first, whatever their numbers, with branches, tags and pacts', async () => {
    await broker.request('PUT', '/pacticipants/Con/branches/b/versions/10', {});
    await broker.request('PUT', '/pacticipants/Con/versions/2/tags/t', {});
    await broker.request('PUT', '/pacticipants/Other/versions/99', {});
    expect(await numbers('Con/versions')).toEqual(['10', '3', '2', '1']);
    expect(await numbers('Nope/versions')).toBe(404);
    const { body } = await get('Con/versions');
    expect(body).not.toHaveProperty('page');
    expect(body).toMatchObject({
      _embedded: {
        versions: [
          { _embedded: { branchVersions: [{ name: 'b', latest: true }], tags: [] } },
          {},
          {
            _embedded: { branchVersions: [{ name: 't' }], tags: [{ name: 't' }] },
            _links: {
              'pb:pact-versions': [
                {
                  name: 'Pact between Con (2) and Prov',
                  href: `${broker.url}/pacts/provider/Prov/consumer/Con/version/2`,
                },
              ],
            },
          },
          {},
        ],
      },
    });
  });

  it('are found by branch, newest first, and by pages', async () => {
    for (const version of ['3', '1', '2'])
      await broker.request('PUT', `/pacticipants/Con/branches/b/versions/${version}`, {});
    await broker.request('PUT', '/pacticipants/Con/branches/other/versions/4', {});
    await broker.request('PUT', '/pacticipants/Other/branches/b/versions/5', {});
    expect(await numbers('Con/branches/b/versions')).toEqual(['3', '2', '1']);
    expect(await numbers('Con/branches/b/versions?page=2&size=2')).toEqual(['1']);
    const { body } = await get('Con/branches/b/versions?page=1&size=2');
    expect(body).toMatchObject({
      page: { number: 1, size: 2, totalElements: 3, totalPages: 2 },
      _links: {
        self: { title: 'Versions for branch b of Con' },
        next: { href: `${broker.url}/pacticipants/Con/branches/b/versions?size=2&page=2` },
      },
    });
    expect(await numbers('Con/branches/none/versions')).toBe(404);
    expect(await numbers('Nope/branches/b/versions')).toBe(404);
  });

  it('are the latest of all, of a tag or of a branch', async () => {
    await broker.request('PUT', '/pacticipants/Con/branches/b/versions/1', {});
    for (const version of ['2', '1'])
      await broker.request('PUT', `/pacticipants/Con/versions/${version}/tags/rc`, {});
    await broker.request('PUT', '/pacticipants/Other/versions/9/tags/rc', {});
    const number = async (path: string) => {
      const { status, body } = await broker.request('GET', `/pacticipants/${path}`);
      const { _links, ...version } = body as { number: string; _links?: { self: { href: string } } };
      return status === 200 ? [version.number, _links?.self.href.replace(broker.url, '')] : status;
    };
    for (const [path, expected] of [
      ['Con/latest-version', '3'],
      ['Con/latest-version/rc', '2'],
      ['Con/branches/b/latest-version', '1'],
    ] as const)
      expect(await number(path)).toEqual([expected, `/pacticipants/${path}`]);
    for (const path of ['Con/latest-version/no', 'Con/branches/no/latest-version', 'Nope/latest-version'])
      expect(await number(path)).toBe(404);
  });

  it('are found by the environment they were ever in', async () => {
    await broker.deploy('Con', '1', 'production');
    await broker.deploy('Con', '2', 'production');
    await broker.deploy('Con', '2', 'production', {}, 'pb:record-release');
    await broker.request('PUT', '/pacticipants/Other/versions/7', {});
    await broker.deploy('Other', '7', 'production');
    const found = await broker.request('GET', '/environments');
    const { environments } = (found.body as { _embedded: { environments: { name: string; uuid: string }[] } })
      ._embedded;
    const uuid = (name: string) => environments.find((environment) => environment.name === name)?.uuid;
    expect(await numbers(`Con/environments/${uuid('production')}/versions`)).toEqual(['2', '1']);
    const { body } = await get(`Con/environments/${uuid('production')}/versions`);
    expect(body._links['self']).toMatchObject({ title: 'Versions for Con in environment Production' });
    expect(await numbers(`Con/environments/${uuid('test')}/versions`)).toEqual([]);
    await broker.deploy('Con', '3', 'test', {}, 'pb:record-release');
    expect(await numbers(`Con/environments/${uuid('test')}/versions`)).toEqual(['3']);
    expect(await numbers(`Con/environments/${uuid('production')}/versions`)).toEqual(['2', '1']);
    expect(await get(`Nope/environments/${uuid('test')}/versions`)).toMatchObject({
      status: 404,
      body: { error: "No pacticipant with name 'Nope' found" },
    });
    expect(await numbers('Con/environments/none/versions')).toBe(404);
  });

  it('are those that were ever deployed or released, by pages', async () => {
    await broker.deploy('Con', '1', 'production');
    await broker.deploy('Con', '3', 'production', {}, 'pb:record-release');
    await broker.deploy('Con', '1', 'test', {}, 'pb:record-release');
    await broker.request('PUT', '/pacticipants/Prov/versions/1', {});
    await broker.deploy('Prov', '1', 'test');
    expect(await numbers('Con/deployed-or-released/versions')).toEqual(['3', '1']);
    expect((await get('Con/deployed-or-released/versions?page=2&size=1')).body).toMatchObject({
      page: { number: 2, size: 1, totalElements: 2, totalPages: 2 },
      _embedded: { versions: [{ number: '1' }] },
      _links: { self: { title: 'Versions of Con that have been deployed or released' } },
    });
    await broker.deploy('Con', '2', 'production');
    expect(await numbers('Con/deployed-or-released/versions')).toEqual(['3', '2', '1']);
    expect(await numbers('Nope/deployed-or-released/versions')).toBe(404);
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
