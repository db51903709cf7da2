import { describe, expect, it } from '@jest/globals';
import { EmptyValueError } from '@pact-workshop/broker-client';
import { startBroker } from '@pact-workshop/embedded-broker';
import { createVersionTag, describeVersion, UnknownVersionError } from '../versions/index.ts';
import {
  createEnvironment,
  listEnvironments,
  NotRecordedError,
  recordDeployment,
  recordRelease,
  recordSupportEnded,
  recordUndeployment,
  UnknownEnvironmentError,
} from './index.ts';

/** A broker with version 1 of `An App`. */
async function brokerWithVersion() {
  const broker = await startBroker();
  const version = { broker: broker.url, pacticipant: 'An App', version: '1/x' };
  await createVersionTag({ ...version, tags: ['a/b'], autoCreateVersion: true });
  return { broker, version, environmentsOf: async () => (await describeVersion(version)).environments };
}

describe('Environments', () => {
  it('can be created and listed', async () => {
    await using broker = await startBroker();
    const created = await createEnvironment({
      broker: broker.url,
      name: 'uat',
      displayName: 'UAT',
      production: true,
    });
    expect(created).toMatchObject({ name: 'uat', displayName: 'UAT', production: true });
    expect(await createEnvironment({ broker: broker.url, name: 'plain' })).toMatchObject({
      production: false,
    });
    const all = await listEnvironments({ broker: broker.url });
    expect(all.map(({ name }) => name).sort()).toEqual(['plain', 'production', 'test', 'uat']);
    await expect(createEnvironment({ broker: broker.url, name: 'uat' })).rejects.toThrow(
      "name 'uat' is already used",
    );
  });
});

it.each([
  [{ name: 'Ops' }, { name: 'Ops' }],
  [
    { name: 'Ops', emailAddress: 'ops@example.org' },
    { name: 'Ops', details: { emailAddress: 'ops@example.org' } },
  ],
])('An environment has a contact: %j', async (contact, told) => {
  await using broker = await startBroker();
  const { uuid } = await createEnvironment({ broker: broker.url, name: 'uat', contact });
  const environment: unknown = await (await fetch(`${broker.url}/environments/${uuid}`)).json();
  expect(environment).toMatchObject({ contacts: [told] });
});

describe('The end of a record changes no other record', () => {
  /** Two versions of two pacticipants. */
  async function twoOfTwo() {
    const broker = await startBroker();
    const versions = ['A', 'B'].flatMap((pacticipant) =>
      ['1', '2'].map((version) => ({ broker: broker.url, pacticipant, version })),
    );
    for (const one of versions) await createVersionTag({ ...one, tags: ['t'], autoCreateVersion: true });
    const live = () =>
      Promise.all(versions.map(async (one) => (await describeVersion(one)).environments.toSorted().join()));
    return { broker, versions, live };
  }

  it('of a deployment', async () => {
    const { broker, versions, live } = await twoOfTwo();
    await using _ = broker;
    const [first, , other] = versions;
    for (const environment of ['production', 'test']) {
      await recordDeployment({ ...first!, environment });
      await recordDeployment({ ...other!, environment });
    }
    await recordDeployment({ ...versions[1]!, environment: 'production', applicationInstance: 'eu' });
    await recordUndeployment({ broker: broker.url, pacticipant: 'A', environment: 'test' });
    expect(await live()).toEqual(['Production', 'Production', 'Production,Test', '']);
    await recordUndeployment({ broker: broker.url, pacticipant: 'A', environment: 'production' });
    expect(await live()).toEqual(['', 'Production', 'Production,Test', '']);
  });

  it('of a release', async () => {
    const { broker, versions, live } = await twoOfTwo();
    await using _ = broker;
    for (const one of versions) {
      for (const environment of ['production', 'test']) await recordRelease({ ...one, environment });
    }
    await recordSupportEnded({ ...versions[0]!, environment: 'test' });
    const both = 'Production,Test';
    expect(await live()).toEqual(['Production', both, both, both]);
  });

  it('by another deployment of the same instance', async () => {
    const { broker, versions, live } = await twoOfTwo();
    await using _ = broker;
    const [first, second] = versions;
    const environment = 'production';
    await recordDeployment({ ...first!, environment });
    await recordDeployment({ ...first!, environment, applicationInstance: 'eu' });
    await recordDeployment({ ...second!, environment });
    expect(await live()).toEqual(['Production', 'Production', '', '']);
    await recordDeployment({ ...second!, environment, applicationInstance: 'eu' });
    expect(await live()).toEqual(['', 'Production', '', '']);
  });
});

describe('Recording', () => {
  it('a deployment and its end', async () => {
    const { broker, version, environmentsOf } = await brokerWithVersion();
    await using _ = broker;
    const { uuid } = await recordDeployment({ ...version, environment: 'production' });
    expect(uuid).toMatch(/^[0-9a-f-]{36}$/);
    expect(await environmentsOf()).toEqual(['Production']);
    await recordUndeployment({ ...version, environment: 'production' });
    expect(await environmentsOf()).toEqual([]);
    const again = recordUndeployment({ ...version, environment: 'production' });
    await expect(again).rejects.toThrow(NotRecordedError);
    await expect(again).rejects.toThrow('An App is not currently deployed to production environment.');
  });

  it('a deployment of one instance of several', async () => {
    const { broker, version, environmentsOf } = await brokerWithVersion();
    await using _ = broker;
    const production = { ...version, environment: 'production' };
    await recordDeployment({ ...production, applicationInstance: 'eu' });
    await recordDeployment({ ...production, applicationInstance: 'us' });
    await expect(recordUndeployment(production)).rejects.toThrow(
      /one of the following application instances.*us, eu/,
    );
    await expect(recordUndeployment({ ...production, applicationInstance: 'x' })).rejects.toThrow(
      "application instance 'x'",
    );
    await recordUndeployment({ ...production, applicationInstance: 'eu' });
    expect(await environmentsOf()).toEqual(['Production']);
  });

  it('a release and the end of its support', async () => {
    const { broker, version, environmentsOf } = await brokerWithVersion();
    await using _ = broker;
    const production = { ...version, environment: 'production' };
    await recordRelease(production);
    expect(await environmentsOf()).toEqual(['Production']);
    await recordSupportEnded(production);
    expect(await environmentsOf()).toEqual([]);
    await expect(recordSupportEnded(production)).rejects.toThrow(NotRecordedError);
  });

  it.each([recordDeployment, recordRelease])(
    'fails where version or environment are unknown (%p)',
    async (record) => {
      const { broker, version } = await brokerWithVersion();
      await using _ = broker;
      await expect(record({ ...version, version: '2', environment: 'production' })).rejects.toThrow(
        UnknownVersionError,
      );
      const recording = record({ ...version, environment: 'nowhere' });
      await expect(recording).rejects.toThrow(UnknownEnvironmentError);
      await expect(recording).rejects.toThrow('It has: production, test.');
    },
  );
});

describe('An empty value', () => {
  const version = { pacticipant: 'A', version: '1' };
  const place = { ...version, environment: 'production' };
  it.each([
    ['describeVersion', () => describeVersion({ ...version, version: '' })],
    ['describeVersion', () => describeVersion({ pacticipant: '' })],
    ['describeVersion', () => describeVersion({ pacticipant: 'A', tag: '' })],
    ['createVersionTag', () => createVersionTag({ ...version, tags: ['t', ''] })],
    ['createVersionTag', () => createVersionTag({ ...version, version: '', tags: ['t'] })],
    ['createEnvironment', () => createEnvironment({ name: '' })],
    ['createEnvironment', () => createEnvironment({ name: 'a', displayName: ' ' })],
    ['recordDeployment', () => recordDeployment({ ...place, applicationInstance: '' })],
    ['recordDeployment', () => recordDeployment({ ...place, environment: '' })],
    ['recordRelease', () => recordRelease({ ...place, version: '' })],
    ['recordUndeployment', () => recordUndeployment({ ...place, applicationInstance: '' })],
    ['recordSupportEnded', () => recordSupportEnded({ ...place, version: '' })],
  ])('is refused by %s before any request', async (_, call) => {
    await expect(call()).rejects.toThrow(EmptyValueError);
  });
});

describe('Tags', () => {
  it('are put on existing versions, and create others only if asked for', async () => {
    const { broker, version } = await brokerWithVersion();
    await using _ = broker;
    expect((await describeVersion(version)).tags).toEqual(['a/b']);
    expect(await describeVersion({ ...version, version: undefined, tag: 'a/b' })).toMatchObject({
      number: '1/x',
    });
    await createVersionTag({ ...version, tags: ['t', 'u'] });
    expect((await describeVersion(version)).tags.toSorted()).toEqual(['a/b', 't', 'u']);
    await createVersionTag({ ...version, version: '3', tags: ['a/b'], autoCreateVersion: true });
    expect(await describeVersion({ ...version, tag: 'a/b' })).toMatchObject({ number: '1/x' });
    expect(await describeVersion({ ...version, version: undefined, tag: 'a/b' })).toMatchObject({
      number: '3',
    });
    expect(await describeVersion({ ...version, version: undefined, tag: 'u' })).toMatchObject({
      number: '1/x',
    });
    expect(await describeVersion({ ...version, version: undefined })).toMatchObject({ number: '3' });
    await expect(createVersionTag({ ...version, version: '2', tags: ['t'] })).rejects.toThrow(
      UnknownVersionError,
    );
    await expect(describeVersion({ ...version, version: '2' })).rejects.toThrow(UnknownVersionError);
  });
});
