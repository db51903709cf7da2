import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type Answer, type TestBroker } from '../../test/broker-client.ts';

interface Recorded {
  readonly uuid: string;
  readonly applicationInstance?: string;
  readonly createdAt: string;
  readonly undeployedAt?: string;
  readonly supportEndedAt?: string;
  readonly _embedded: {
    readonly version: { readonly number: string };
    readonly pacticipant: { readonly name: string };
  };
  readonly _links: { readonly self: { readonly href: string } };
}

describe('What is where', () => {
  let broker: TestBroker;
  let time = Date.UTC(2026, 0, 1);
  const uuids = new Map<string, string>();
  const release = 'pb:record-release';
  beforeAll(async () => {
    broker = await startTestBroker({ clock: () => new Date((time += 1_000)) });
    const { body } = await broker.request('GET', '/environments');
    const { environments } = (body as { _embedded: { environments: { name: string; uuid: string }[] } })
      ._embedded;
    for (const { name, uuid } of environments) uuids.set(name, uuid);
    for (const name of ['App', 'Web'])
      for (const version of ['1', '2', '3'])
        await broker.request('PUT', `/pacticipants/${name}/versions/${version}`, {});
    await broker.deploy('App', '1', 'test');
    await broker.deploy('Web', '1', 'test');
    await broker.deploy('App', '1', 'production');
    await broker.deploy('App', '2', 'production', { applicationInstance: 'eu' });
    await broker.deploy('App', '3', 'production');
    await broker.deploy('App', '1', 'test', {}, release);
    await broker.deploy('App', '2', 'test', {}, release);
    await broker.deploy('Web', '1', 'test', {}, release);
    await broker.deploy('App', '1', 'production', {}, release);
    const ended = await broker.deploy('Web', '2', 'production', {}, release);
    await patch(ended, { currentlySupported: false });
  });
  afterAll(() => broker.close());

  const recordOf = ({ body }: Answer) => body as Recorded;
  const patch = (recorded: Answer, body: object) =>
    broker.request('PATCH', recordOf(recorded)._links.self.href, body, {
      'content-type': 'application/merge-patch+json',
    });
  const listed = async (path: string) => {
    const { body } = await broker.request('GET', path);
    return Object.values((body as { _embedded: Record<string, Recorded[]> })._embedded).flat();
  };
  const shown = async (environment: string, path: string) =>
    (await listed(`/environments/${uuids.get(environment)}/${path}`)).map(
      ({ applicationInstance, _embedded: { pacticipant, version } }) =>
        [pacticipant.name, version.number, applicationInstance].join(' ').trim(),
    );

  const deployed = 'deployed-versions/currently-deployed';
  const supported = 'released-versions/currently-supported';
  it.each([
    ['test', deployed, ['Web 1', 'App 1']],
    ['test', `${deployed}?pacticipant=App`, ['App 1']],
    ['production', deployed, ['App 3', 'App 2 eu']],
    ['production', `${deployed}?applicationInstance=eu`, ['App 2 eu']],
    ['production', `${deployed}?target=eu`, ['App 2 eu']],
    ['production', `${deployed}?applicationInstance=`, ['App 3']],
    ['production', `${deployed}?target=`, ['App 3']],
    ['production', `${deployed}?pacticipant=Web`, []],
    ['test', supported, ['App 1', 'App 2', 'Web 1']],
    ['test', `${supported}?pacticipant=App`, ['App 1', 'App 2']],
    ['test', `${supported}?version=1`, ['App 1', 'Web 1']],
    ['test', `${supported}?pacticipant=App&version=2`, ['App 2']],
    ['production', supported, ['App 1']],
    ['production', `${supported}?pacticipant=Nobody`, []],
  ])('in %s: %s', async (environment, path, expected) => {
    expect(await shown(environment, path)).toEqual(expected);
  });

  it('is shown for one version and environment with its past, newest first', async () => {
    const at = (version: string, environment: string, kind: string) =>
      listed(`/pacticipants/App/versions/${version}/${kind}-versions/environment/${uuids.get(environment)}`);
    expect(await at('1', 'production', 'deployed')).toMatchObject([{ currentlyDeployed: false }]);
    expect(await at('3', 'production', 'deployed')).toMatchObject([{ currentlyDeployed: true }]);
    expect(await at('3', 'test', 'deployed')).toEqual([]);
    expect(await at('1', 'production', 'released')).toMatchObject([{ currentlySupported: true }]);
    expect(await at('3', 'production', 'released')).toEqual([]);
  });

  describe('is recorded', () => {
    let number = 0;
    const version = async () => {
      const next = String(++number);
      await broker.request('PUT', `/pacticipants/New/versions/${next}`, {});
      return next;
    };

    it('for the application instance, not for the older target, where both are given', async () => {
      const both = { applicationInstance: 'a', target: 'b' };
      const answer = await broker.deploy('New', await version(), 'test', both);
      expect(answer.body).toMatchObject({ applicationInstance: 'a', target: 'a' });
    });

    it.each([
      [{ applicationInstance: '' }, undefined],
      [{ target: '' }, undefined],
      [{ applicationInstance: null }, undefined],
      [{ target: 7 }, '7'],
      [{ applicationInstance: true }, 'true'],
    ])('with an instance as %j', async (body, instance) => {
      const answer = await broker.deploy('New', await version(), 'test', body);
      expect(recordOf(answer).applicationInstance).toBe(instance);
    });

    it.each([
      [{ applicationInstance: {} }, 'applicationInstance'],
      [{ target: ['a'] }, 'target'],
    ])('not with an instance as %j', async (body, field) => {
      expect(await broker.deploy('New', await version(), 'test', body)).toMatchObject({
        status: 400,
        body: { errors: { [field]: ['must be a string'] } },
      });
    });

    it('once, with an instance or without; and anew after another took its place', async () => {
      const [one, other] = [await version(), await version()];
      for (const body of [{}, { applicationInstance: 'again' }]) {
        const uuidOf = async (of: string) =>
          recordOf(await broker.deploy('New', of, 'production', body)).uuid;
        const first = await uuidOf(one);
        expect(await uuidOf(one)).toBe(first);
        await uuidOf(other);
        expect(await uuidOf(one)).not.toBe(first);
      }
      expect(await shown('production', `${deployed}?pacticipant=New`)).toEqual([
        `New ${one} again`,
        `New ${one}`,
      ]);
    });

    it('in one environment without touching the other, and of one pacticipant without touching another', async () => {
      const mine = await version();
      await broker.deploy('New', mine, 'test', { applicationInstance: 'shared' });
      await broker.deploy('New', mine, 'production', { applicationInstance: 'shared' });
      await broker.request('PUT', '/pacticipants/A first one/versions/1', {});
      const query = `${deployed}?pacticipant=New&applicationInstance=shared`;
      await broker.deploy('New', await version(), 'production', { applicationInstance: 'shared' });
      expect(await shown('test', query)).toEqual([`New ${mine} shared`]);
      await broker.deploy('App', '1', 'test', { applicationInstance: 'shared' });
      await broker.deploy('Web', '1', 'test', { applicationInstance: 'shared' });
      expect(await shown('test', query)).toEqual([`New ${mine} shared`]);
    });

    it('to end once: at the time when that was said first', async () => {
      for (const [record, flag, when] of [
        ['pb:record-deployment', 'currentlyDeployed', 'undeployedAt'],
        ['pb:record-release', 'currentlySupported', 'supportEndedAt'],
      ] as const) {
        const recorded = await broker.deploy('New', await version(), 'test', { target: 'x' }, record);
        const href = recordOf(recorded)._links.self.href;
        const untouched = await patch(recorded, { other: false });
        expect(untouched).toMatchObject({ status: 200, body: { [flag]: true } });
        expect(untouched.body).not.toHaveProperty(when);
        const ended = recordOf(await patch(recorded, { [flag]: false }));
        expect(ended).toMatchObject({ [flag]: false, [when]: expect.any(String) as unknown });
        expect(recordOf(await patch(recorded, { [flag]: false }))[when]).toBe(ended[when]);
        expect(await patch(recorded, { [flag]: true })).toMatchObject({
          status: 422,
          body: {
            errors: {
              [flag]: [`The ${flag} property cannot be set back to true. Please record a new deployment.`],
            },
          },
        });
        expect((await broker.request('GET', href)).body).toMatchObject({ [flag]: false });
      }
    });

    it('to be supported again', async () => {
      const own = await version();
      const first = await broker.deploy('New', own, 'test', {}, release);
      await patch(first, { currentlySupported: false });
      const again = await broker.deploy('New', own, 'test', {}, release);
      expect(again).toMatchObject({
        status: 200,
        body: { uuid: recordOf(first).uuid, currentlySupported: true },
      });
      expect(await shown('test', `${supported}?pacticipant=New&version=${own}`)).toHaveLength(1);
    });
  });
});

describe('An environment', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
  });
  afterAll(() => broker.close());
  const contacts = [{ name: 'Ops' }];
  const create = async (name: string, production: boolean) =>
    (await broker.request('POST', '/environments', { name, production, contacts })).headers.get('location') ??
    '';

  it('is changed alone, under its own name or a new one, but not under that of another', async () => {
    const [blue, green] = [await create('blue', true), await create('green', false)];
    const change = (name: string) =>
      broker.request('PUT', green, { name, production: false, displayName: 'Changed', contacts });
    expect(await change('green')).toMatchObject({ status: 200, body: { displayName: 'Changed', contacts } });
    expect(await change('lime')).toMatchObject({ status: 200, body: { name: 'lime', production: false } });
    expect(await change('blue')).toMatchObject({
      status: 400,
      body: { errors: { name: ["name 'blue' is already used by an existing environment."] } },
    });
    expect((await broker.request('GET', blue)).body).toMatchObject({
      ...{ name: 'blue', displayName: 'Blue', production: true, contacts },
    });
    expect((await broker.request('GET', green)).body).toMatchObject({
      ...{ name: 'lime', displayName: 'Changed', production: false, contacts },
    });
  });

  it('is found by its name', async () => {
    const names = async (query: string) => {
      const { body } = await broker.request('GET', `/environments${query}`);
      return (body as { _embedded: { environments: { name: string }[] } })._embedded.environments.map(
        ({ name }) => name,
      );
    };
    expect(await names('?name=production')).toEqual(['production']);
    expect(await names('?name=prod')).toEqual([]);
    expect(await names('')).toEqual(expect.arrayContaining(['production', 'test']));
  });
});
