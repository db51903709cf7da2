import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

/** As the official broker answers. */
describe('Where a version is and was', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
    for (const version of ['1', '2']) await broker.request('PUT', `/pacticipants/A/versions/${version}`, {});
  });
  afterEach(() => broker.close());
  const links = async (path: string, rel: string) => {
    const { body } = await broker.request('GET', path);
    return (body as { _links: Record<string, object[]> })._links[rel];
  };

  it('a version links to its deployments, past ones too, with the instance; the pacticipant only to present ones', async () => {
    await broker.deploy('A', '1', 'test', { applicationInstance: 'eu' });
    await broker.deploy('A', '1', 'test');
    await broker.deploy('A', '2', 'test', { applicationInstance: '' });
    expect(await links('/pacticipants/A/versions/1', 'pb:deployed-environments')).toMatchObject([
      { currently_deployed: true, application_instance: 'eu' },
      { currently_deployed: false },
    ]);
    const deployed = await links('/pacticipants/A', 'pb:deployed-environments');
    expect(deployed).toMatchObject([{ currently_deployed: true }, { currently_deployed: true }]);
    expect(deployed?.[0]).not.toHaveProperty('application_instance');
  });

  it('a version says from when until when it was deployed and supported', async () => {
    let now = new Date('2026-01-01T00:00:00Z');
    await using timed = await startTestBroker({ clock: () => now });
    for (const version of ['1', '2']) await timed.request('PUT', `/pacticipants/A/versions/${version}`, {});
    await timed.deploy('A', '1', 'test');
    const released = await timed.deploy('A', '1', 'test', {}, 'pb:record-release');
    now = new Date('2026-01-02T00:00:00Z');
    await timed.deploy('A', '2', 'test');
    const { href } = (released.body as { _links: { self: { href: string } } })._links.self;
    const patch = { 'content-type': 'application/merge-patch+json' };
    await timed.request('PATCH', href, { currentlySupported: false }, patch);
    await timed.deploy('A', '1', 'production', {}, 'pb:record-release');
    const { body } = await timed.request('GET', '/pacticipants/A/versions/1');
    const [first, second] = ['2026-01-01T00:00:00+00:00', '2026-01-02T00:00:00+00:00'];
    const link = (how: string, name: string) => ({
      title: `Version ${how} to ${name}`,
      name,
      href: expect.any(String),
    });
    expect(body).toMatchObject({
      _links: {
        'pb:deployed-environments': [
          {
            ...link('deployed', 'Test'),
            currently_deployed: false,
            deployed_at: first,
            undeployed_at: second,
          },
        ],
        'pb:released-environments': [
          {
            ...link('released', 'Test'),
            currently_supported: false,
            released_at: first,
            support_ended_at: second,
          },
          {
            ...link('released', 'Production'),
            currently_supported: true,
            released_at: second,
            support_ended_at: null,
          },
        ],
      },
    });
    const newer = await timed.request('GET', '/pacticipants/A/versions/2');
    expect(newer.body).toMatchObject({
      _links: { 'pb:deployed-environments': [{ undeployed_at: null }], 'pb:released-environments': [] },
    });
  });

  it('a list of versions has the links where there are some, and calls its old relations deprecated', async () => {
    await broker.deploy('A', '1', 'test');
    await broker.deploy('A', '2', 'test', {}, 'pb:record-release');
    const { body } = await broker.request('GET', '/pacticipants/A/versions');
    const { _links, _embedded } = body as {
      _links: object;
      _embedded: { versions: { _links: Record<string, object> }[] };
    };
    const whereIs = /^pb:(deployed|released)-environments$/;
    expect(
      _embedded.versions.map((version) => Object.keys(version._links).filter((name) => whereIs.test(name))),
    ).toEqual([['pb:released-environments'], ['pb:deployed-environments']]);
    expect(_links).toMatchObject({
      'pb:pacticipant': { title: 'A' },
      pacticipant: { title: 'Deprecated - please use pb:pacticipant' },
      versions: [
        { title: 'Deprecated - please use pb:versions' },
        { title: 'Deprecated - please use pb:versions' },
      ],
    });
  });

  it('a release has been updated when it is recorded after its support ended, and not before', async () => {
    let now = new Date('2026-01-01T00:00:00Z');
    await using timed = await startTestBroker({ clock: () => now });
    await timed.request('PUT', '/pacticipants/A/versions/1', {});
    const first = await timed.deploy('A', '1', 'test', {}, 'pb:record-release');
    expect(first.body).not.toHaveProperty('updatedAt');
    now = new Date('2026-01-02T00:00:00Z');
    const again = await timed.deploy('A', '1', 'test', {}, 'pb:record-release');
    expect(again.status).toBe(200);
    expect(again.body).not.toHaveProperty('updatedAt');
    const { href } = (first.body as { _links: { self: { href: string } } })._links.self;
    const patch = { 'content-type': 'application/merge-patch+json' };
    const ended = await timed.request('PATCH', href, { currentlySupported: false }, patch);
    expect(ended.body).not.toHaveProperty('updatedAt');
    expect(await timed.deploy('A', '1', 'test', {}, 'pb:record-release')).toMatchObject({
      status: 200,
      body: { updatedAt: '2026-01-02T00:00:00+00:00' },
    });
  });

  it.each([
    [{ name: null, production: true }, { name: ['must be a string'] }],
    [{ name: 'x', production: null }, { production: ['must be filled'] }],
    [{ name: 'x', production: 'yes' }, { production: ['must be one of: true, false'] }],
    [{ name: 'x', production: true, contacts: null }, { contacts: ['must be an array'] }],
  ])('an environment cannot be %j', async (body, errors) => {
    expect(await broker.request('POST', '/environments', body)).toMatchObject({
      status: 400,
      body: { errors },
    });
  });

  it('an environment with a blank display name gets one from its name', async () => {
    const answer = await broker.request('POST', '/environments', {
      name: 'app-store',
      production: true,
      displayName: ' ',
    });
    expect(answer).toMatchObject({ status: 201, body: { displayName: 'App Store' } });
  });
});
