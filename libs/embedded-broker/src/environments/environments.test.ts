import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

interface Deployed {
  uuid: string;
  currentlyDeployed: boolean;
  applicationInstance?: string;
  _embedded: { version: { number: string } };
  _links: { self: { href: string } };
}

describe('Environments', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
    for (const version of ['1', '2'])
      await broker.request('PUT', `/pacticipants/App/versions/${version}`, {});
  });
  afterEach(() => broker.close());

  const environments = async () =>
    (
      (await broker.request('GET', '/environments')).body as {
        _embedded: {
          environments: { name: string; uuid: string; _links: Record<string, { href: string }> }[];
        };
      }
    )._embedded.environments;
  const current = async (query = '', name = 'production') => {
    const environment = (await environments()).find((one) => one.name === name);
    const url = environment?._links['pb:currently-deployed-deployed-versions']?.href ?? '';
    return (
      (await broker.request('GET', url + query)).body as { _embedded: { deployedVersions: Deployed[] } }
    )._embedded.deployedVersions;
  };

  it('are test and production in a new broker, and only there', async () => {
    const all = await environments();
    expect(all.map(({ name }) => name)).toEqual(['production', 'test']);
    for (const { uuid } of all)
      expect((await broker.request('DELETE', `/environments/${uuid}`)).status).toBe(204);
    expect(await environments()).toEqual([]);
  });

  it('can be created, replaced and removed', async () => {
    const created = await broker.request('POST', '/environments', { name: 'staging', production: false });
    expect(created).toMatchObject({
      status: 201,
      body: { name: 'staging', displayName: 'Staging', production: false },
    });
    const url = created.headers.get('location') ?? '';
    const contacts = [{ name: 'Bob', details: { emailAddress: 'b@x' } }];
    const replaced = await broker.request('PUT', url, {
      name: 'stg',
      displayName: 'Stage',
      production: true,
      contacts,
    });
    expect(replaced).toMatchObject({
      status: 200,
      body: { name: 'stg', displayName: 'Stage', production: true, contacts },
    });
    expect((await broker.request('DELETE', url)).status).toBe(204);
    expect((await broker.request('GET', url)).status).toBe(404);
  });

  it.each([
    [{}, { name: ['is missing'], production: ['is missing'] }],
    [
      { name: 'a b', production: 1 },
      { name: ['cannot contain spaces'], production: ['must be one of: true, false'] },
    ],
    [
      { name: 'test', production: false },
      { name: ["name 'test' is already used by an existing environment."] },
    ],
    [
      { name: 'x', production: false, displayName: 'a\nb', contacts: [{ name: '' }] },
      { displayName: ['cannot contain multiple lines'], contacts: ['name must be filled (at index 0)'] },
    ],
  ])('can’t be created from %j', async (body, errors) => {
    expect(await broker.request('POST', '/environments', body)).toMatchObject({
      status: 400,
      body: { errors },
    });
  });

  it('hold one version per instance; the new one replaces the old', async () => {
    await broker.deploy('App', '1', 'production');
    await broker.deploy('App', '1', 'production', { applicationInstance: 'eu' });
    await broker.deploy('App', '2', 'production', { target: 'eu' });
    const shown = (await current()).map(
      ({ applicationInstance = '-', _embedded }) => `${applicationInstance} ${_embedded.version.number}`,
    );
    expect(shown).toEqual(['eu 2', '- 1']);
    expect(
      (await current('?pacticipant=App&applicationInstance=')).map(
        ({ _embedded }) => _embedded.version.number,
      ),
    ).toEqual(['1']);
    expect(await current('?pacticipant=Nobody')).toEqual([]);
    expect(await current('', 'test')).toEqual([]);
  });

  it('answer a deployment that is already recorded with that', async () => {
    const first = await broker.deploy('App', '1', 'production');
    const again = await broker.deploy('App', '1', 'production');
    expect(first.status).toBe(201);
    expect(again.status).toBe(201);
    expect((again.body as Deployed).uuid).toBe((first.body as Deployed).uuid);
    expect(again.headers.get('location')).toBe((again.body as Deployed)._links.self.href);
  });

  it('let go of a version that is undeployed, for good', async () => {
    const { body } = await broker.deploy('App', '1', 'production');
    const url = (body as Deployed)._links.self.href;
    const patch = (value: unknown, type = 'application/merge-patch+json') =>
      broker.request('PATCH', url, { currentlyDeployed: value }, { 'content-type': type });
    expect((await patch(false, 'application/json')).status).toBe(415);
    expect((await patch(undefined)).body).toMatchObject({ currentlyDeployed: true });
    expect((await patch(false)).body).toMatchObject({
      currentlyDeployed: false,
      undeployedAt: expect.any(String) as unknown,
    });
    expect(await patch(true)).toMatchObject({
      status: 422,
      body: {
        errors: {
          currentlyDeployed: [
            'The currentlyDeployed property cannot be set back to true. Please record a new deployment.',
          ],
        },
      },
    });
    expect(await current()).toEqual([]);
  });

  it('support several released versions, until each one’s end', async () => {
    const first = await broker.deploy('App', '1', 'test', {}, 'pb:record-release');
    expect(first.status).toBe(201);
    expect((await broker.deploy('App', '2', 'test', {}, 'pb:record-release')).status).toBe(201);
    expect((await broker.deploy('App', '1', 'test', {}, 'pb:record-release')).status).toBe(200);
    const url = (first.body as Deployed)._links.self.href;
    const ended = await broker.request(
      'PATCH',
      url,
      { currentlySupported: false },
      { 'content-type': 'application/merge-patch+json' },
    );
    expect(ended.body).toMatchObject({
      currentlySupported: false,
      supportEndedAt: expect.any(String) as unknown,
    });
    await broker.deploy('App', '1', 'test', {}, 'pb:record-release');
    expect((await broker.request('GET', url)).body).toMatchObject({ currentlySupported: true });
  });

  it('are known to a version, with where it can be recorded', async () => {
    await broker.deploy('App', '1', 'production', { applicationInstance: 'eu' });
    const { body } = await broker.request('GET', '/pacticipants/App/versions/1');
    const links = (body as { _links: Record<string, { name: string }[]> })._links;
    expect(links['pb:deployed-environments']).toMatchObject([
      { name: 'Production', currently_deployed: true, application_instance: 'eu' },
    ]);
    expect(links['pb:record-deployment']?.map(({ name }) => name)).toEqual(['production', 'test']);
  });

  it('take a tag of their name for a deployment', async () => {
    await broker.request('PUT', '/pacticipants/App/versions/2/tags/production', {});
    expect((await current()).map(({ _embedded }) => _embedded.version.number)).toEqual(['2']);
  });

  it('know nothing of versions or environments that do not exist', async () => {
    const [{ uuid } = { uuid: '' }] = await environments();
    const at = (version: string, environment: string) =>
      broker.request(
        'POST',
        `/pacticipants/App/versions/${version}/deployed-versions/environment/${environment}`,
        {},
      );
    expect((await at('99', uuid)).status).toBe(404);
    expect((await at('1', 'nope')).status).toBe(404);
  });
});
