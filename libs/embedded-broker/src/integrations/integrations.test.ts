import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import { publishScenario } from '../../test/insights-scenario.ts';

interface IntegrationsBody {
  readonly page?: object;
  readonly _embedded: {
    readonly integrations: readonly { consumer: { name: string }; provider: { name: string } }[];
  };
  readonly _links: Readonly<Record<string, { href: string }>>;
}

describe('Integrations', () => {
  let broker: TestBroker;
  let time: number;
  beforeEach(async () => {
    time = Date.UTC(2026, 0, 1);
    broker = await startTestBroker({ clock: () => new Date((time += 1000)) });
    await publishScenario(broker);
  });
  afterEach(() => broker.close());

  const list = async (query = '') => {
    const { body } = await broker.request('GET', `/integrations${query}`);
    const { _embedded, page, _links } = body as IntegrationsBody;
    const names = _embedded.integrations.map(({ consumer, provider }) => `${consumer.name}>${provider.name}`);
    return { names, page, links: _links };
  };
  const versions = async (name: string) => {
    const { body } = await broker.request('GET', `/pacticipants/${name}/versions`);
    const embedded = (body as { _embedded?: { versions: { number: string }[] } })._embedded;
    return embedded?.versions.map(({ number }) => number) ?? 'none';
  };
  const pacticipants = async () => {
    const { body } = await broker.request('GET', '/pacticipants');
    return (body as { _embedded: { pacticipants: { name: string }[] } })._embedded.pacticipants.map(
      ({ name }) => name,
    );
  };
  const remove = async (consumer: string, provider: string) => {
    const path = `/integrations/provider/${provider}/consumer/${consumer}`;
    const { status, body } = await broker.request('DELETE', path);
    return [status, body];
  };

  it('are listed with the most recent pact or result first', async () => {
    const all = ['User API>DB', 'Lone>Island', 'Pend>User API', 'my-camelCase>Other_svc', 'Mobile>User API'];
    expect((await list()).names).toEqual([...all, 'Web App>User API']);
    await broker.verify('Mobile', 'User API', { consumerVersion: '2', version: 'p9' });
    expect((await list()).names.slice(0, 2)).toEqual(['Mobile>User API', 'User API>DB']);
  });

  it('have links to what there is about them', async () => {
    const { body } = await broker.request('GET', '/integrations?q=web');
    expect((body as IntegrationsBody)._embedded.integrations).toEqual([
      {
        consumer: { name: 'Web App' },
        provider: { name: 'User API' },
        _links: {
          'pb:dashboard': {
            title: 'BETA: Pacts to show on the dashboard',
            href: `${broker.url}/dashboard/provider/User%20API/consumer/Web%20App`,
          },
          'pb:matrix': {
            title: 'Matrix of pacts/verification results for Web App and User API',
            href: `${broker.url}/matrix/provider/User%20API/consumer/Web%20App`,
          },
          'pb:group': { href: `${broker.url}/groups/Web%20App` },
          'pb:delete_integration': {
            title: 'Delete the integration between Web App and User API',
            href: `${broker.url}/integrations/provider/User%20API/consumer/Web%20App`,
          },
        },
      },
    ]);
  });

  it.each([
    ['?q=USER', ['User API>DB', 'Pend>User API', 'Mobile>User API', 'Web App>User API']],
    ['?q=zzz', []],
    ['?q=%25', []],
    ['?q=_', ['my-camelCase>Other_svc']],
    ['?q=user&page=2&size=3', ['Web App>User API']],
  ])('can be searched: %s', async (query, expected) => {
    expect((await list(query)).names).toEqual(expected);
  });

  it('come in pages', async () => {
    const { page, links } = await list('?page=2&size=2');
    expect(page).toEqual({ number: 2, size: 2, totalElements: 6, totalPages: 3 });
    expect(links['next']?.href).toBe(`${broker.url}/integrations?size=2&page=3`);
    expect(links['previous']?.href).toBe(`${broker.url}/integrations?size=2&page=1`);
    const { body } = await broker.request('GET', '/integrations?page=0');
    expect(body).toEqual({ errors: { page: ['must be greater than or equal to 1'] } });
  });

  it('are a graph for who does not ask for JSON', async () => {
    const answer = await broker.request('GET', '/integrations', undefined, { accept: '*/*' });
    expect(answer.headers.get('content-type')).toBe('text/vnd.graphviz;charset=utf-8');
    expect(answer.text.split('\n')).toEqual([
      'digraph { ranksep=3; ratio=auto; overlap=false; node [  shape = plaintext, fontname = Helvetica ];',
      '  User_API -> DB',
      '  Lone -> Island',
      '  Pend -> User_API',
      '  "my-camelCase" -> Other_svc',
      '  Mobile -> User_API',
      '  Web_App -> User_API',
      '}',
      '',
    ]);
  });

  it('are deleted with what only they needed', async () => {
    expect(await remove('Pend', 'User API')).toEqual([204, undefined]);
    expect(await pacticipants()).not.toContain('Pend');
    expect(await remove('Web App', 'User API')).toEqual([204, undefined]);
    // p1 verified Mobile's pact too, p3 is a consumer's version; p2 only verified Web App's.
    expect(await versions('User%20API')).toEqual(['p3', 'p1']);
    // It is still deployed to staging.
    expect(await versions('Web%20App')).toEqual(['1']);
    expect((await list()).names).not.toContain('Web App>User API');
    const pact = '/pacts/provider/User%20API/consumer/Web%20App/latest';
    expect((await broker.request('GET', pact)).status).toBe(404);
    const head = await broker.request('GET', '/pacticipants/User%20API/branches/main/latest-version');
    expect(head.body).toMatchObject({ number: 'p3' });
  });

  it('leave the versions that another contract or result needs, with the heads of their branches', async () => {
    for (const version of ['1', '2', '3'])
      await broker.request('PUT', `/pacticipants/App/branches/b/versions/${version}`, {});
    await broker.publish('App', 'Kept', { version: '1' });
    await broker.publish('App', 'Gone', { version: '2' });
    await broker.publish('Island', 'App', { version: 'i' });
    await broker.verify('Island', 'App', { consumerVersion: 'i', version: 'v' });
    expect(await remove('App', 'Gone')).toEqual([204, undefined]);
    expect(await versions('App')).toEqual(['v', '1']);
    const head = await broker.request('GET', '/pacticipants/App/branches/b/latest-version');
    expect(head.body).toMatchObject({ number: '1' });
    expect(await pacticipants()).not.toContain('Gone');
    // Its provider has no version, but a contract with somebody else.
    await broker.publish('Other', 'Kept', { version: '1' });
    await remove('Other', 'Kept');
    expect((await list('?q=kept')).names).toEqual(['App>Kept']);
    const pact = await broker.request('GET', '/pacts/provider/Kept/consumer/App/latest');
    expect(pact.status).toBe(200);
  });

  it('leave the versions that are deployed or released, with their pacticipants', async () => {
    for (const version of ['1', '2', '3']) await broker.publish('LiveCon', 'LiveProv', { version });
    await broker.verify('LiveCon', 'LiveProv', { version: 'v' });
    await broker.deploy('LiveCon', '1', 'test');
    await broker.deploy('LiveCon', '2', 'production', {}, 'pb:record-release');
    await broker.deploy('LiveProv', 'v', 'production', { applicationInstance: 'blue' });
    expect(await remove('LiveCon', 'LiveProv')).toEqual([204, undefined]);
    expect(await versions('LiveCon')).toEqual(['2', '1']);
    expect(await versions('LiveProv')).toEqual(['v']);
    const { text } = await broker.request('GET', '/pacticipants/LiveCon/versions/1');
    expect(text).toContain('"currently_deployed":true');
  });

  it('take along the versions that were deployed or supported before', async () => {
    for (const version of ['1', '2', '3']) await broker.publish('LiveCon', 'LiveProv', { version });
    await broker.deploy('LiveCon', '1', 'test');
    await broker.deploy('LiveCon', '2', 'test');
    const released = await broker.deploy('LiveCon', '3', 'production', {}, 'pb:record-release');
    const { href } = (released.body as { _links: { self: { href: string } } })._links.self;
    const patch = { 'content-type': 'application/merge-patch+json' };
    await broker.request('PATCH', href, { currentlySupported: false }, patch);
    await remove('LiveCon', 'LiveProv');
    expect(await versions('LiveCon')).toEqual(['2']);
  });

  it('leave who has a webhook, but no webhook of theirs', async () => {
    const webhook = (consumer?: string, provider?: string) =>
      broker.request('POST', '/webhooks', {
        consumer: consumer && { name: consumer },
        provider: provider && { name: provider },
        events: [{ name: 'contract_published' }],
        request: { method: 'POST', url: 'https://example.org' },
      });
    await broker.publish('WebCon', 'WebProv');
    await webhook(undefined, 'WebProv');
    await webhook('WebCon', 'WebProv');
    await remove('WebCon', 'WebProv');
    expect(await pacticipants()).toContain('WebProv');
    expect(await pacticipants()).not.toContain('WebCon');
    const { body } = await broker.request('GET', '/webhooks');
    expect((body as { _links: { 'pb:webhooks': object[] } })._links['pb:webhooks']).toHaveLength(1);
    await webhook();
    await broker.request('DELETE', '/integrations');
    const { body: none } = await broker.request('GET', '/webhooks');
    expect((none as { _links: { 'pb:webhooks': object[] } })._links['pb:webhooks']).toEqual([]);
  });

  it('that nobody knows are not found', async () => {
    const missing = (role: string) => [404, { error: `No ${role} with name 'Nope' found` }];
    expect(await remove('Nope', 'User API')).toEqual(missing('consumer'));
    expect(await remove('Mobile', 'Nope')).toEqual(missing('provider'));
    expect((await broker.request('GET', '/integrations/provider/DB/consumer/Mobile')).status).toBe(405);
  });

  it('can all be deleted; environments stay', async () => {
    expect((await broker.request('DELETE', '/integrations')).status).toBe(204);
    expect((await list()).names).toEqual([]);
    expect(await pacticipants()).toEqual([]);
    expect((await broker.request('GET', '/environments')).text).toContain('"staging"');
  });
});
