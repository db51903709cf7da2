import { describe, expect, it } from '@jest/globals';
import { startBroker } from '@pact-workshop/embedded-broker';
import { EmptyValueError } from '../errors.ts';
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
    const all = await listEnvironments({ broker: broker.url });
    expect(all.map(({ name }) => name)).toEqual(['production', 'test', 'uat']);
    await expect(createEnvironment({ broker: broker.url, name: 'uat' })).rejects.toThrow(
      "name 'uat' is already used",
    );
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
    await expect(recordUndeployment({ ...version, environment: 'production' })).rejects.toThrow(
      NotRecordedError,
    );
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
  ])('is refused by %s before anybody is asked', async (_, call) => {
    await expect(call()).rejects.toThrow(EmptyValueError);
  });
});

describe('Tags', () => {
  it('go on versions that exist, and create others only when told to', async () => {
    const { broker, version } = await brokerWithVersion();
    await using _ = broker;
    expect((await describeVersion(version)).tags).toEqual(['a/b']);
    expect(await describeVersion({ ...version, version: undefined, tag: 'a/b' })).toMatchObject({
      number: '1/x',
    });
    await expect(createVersionTag({ ...version, version: '2', tags: ['t'] })).rejects.toThrow(
      UnknownVersionError,
    );
    await expect(describeVersion({ ...version, version: '2' })).rejects.toThrow(UnknownVersionError);
  });
});
