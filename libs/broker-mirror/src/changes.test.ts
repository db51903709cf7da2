import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { embedded } from '@pact-workshop/broker-client';
import { startBroker } from '@pact-workshop/embedded-broker';
import { countOf, startBrokerPair, type BrokerPair } from '../test/broker-pair.ts';

let brokers: BrokerPair;
beforeEach(async () => {
  brokers = await startBrokerPair(startBroker);
});
afterEach(() => brokers[Symbol.asyncDispose]());

const label = async ({ client }: BrokerPair['source'], name: string) =>
  client.put(`${client.baseUrl}/pacticipants/C/labels/${name}`, {});

describe('Another run copies', () => {
  beforeEach(async () => {
    const { source, run } = brokers;
    await source.publish({
      consumer: 'C',
      version: '1',
      providers: ['P'],
      branch: 'f',
      tags: ['a'],
      buildUrl: 'http://ci/1',
    });
    await source.addToBranch('C', '1', 'g');
    await source.publish({ consumer: 'C', version: '2', providers: ['P'], branch: 'f' });
    await source.describePacticipant('C', { displayName: 'The C', repositoryName: 'c', mainBranch: 'f' });
    await label(source, 'first');
    const first = await run();
    expect(first).toMatchObject({ agrees: true, differences: [] });
    expect(countOf(first, 'labels')).toMatchObject({ from: 1, to: 1, carried: 1 });
    const version = await brokers.target.client.get(`${brokers.to.url}/pacticipants/C/versions/1`);
    expect(version).toMatchObject({ buildUrl: 'http://ci/1' });
  });

  /** Runs the mirror twice: the first run makes the brokers agree, and the second one has nothing to copy. */
  async function runTwice() {
    const report = await brokers.run();
    expect(report).toMatchObject({ agrees: true, differences: [] });
    const again = await brokers.run();
    expect(again.counts.filter(({ carried }) => carried > 0)).toEqual([]);
    return report;
  }

  it.each([
    [
      'another tag',
      () => brokers.source.describeVersion('C', '1', { tags: [{ name: 'a' }, { name: 'b' }] }),
      'tags',
    ],
    ['another branch', () => brokers.source.addToBranch('C', '1', 'h'), 'versions on branches'],
    [
      'a changed build URL',
      () => brokers.source.describeVersion('C', '1', { buildUrl: 'http://ci/again' }),
      'build URLs',
    ],
    [
      'a pact with another provider',
      () => brokers.source.publish({ consumer: 'C', version: '1', providers: ['Q'] }),
      'pacts',
    ],
    ['another label', () => label(brokers.source, 'second'), 'labels'],
    [
      'changed attributes of a pacticipant',
      () => brokers.source.describePacticipant('C', { displayName: 'See', repositoryName: null }),
      'main branches and other attributes',
    ],
    ['an empty version', () => brokers.source.describeVersion('C', '3', {}), 'versions'],
  ])('%s', async (_, change, what) => {
    await change();
    expect(countOf(await runTwice(), what)?.carried).toBe(1);
  });

  it('an environment and its contacts', async () => {
    const { source, from, to } = brokers;
    const environment = { name: 'uat', displayName: 'UAT', production: false };
    const contacts = [{ name: 'Ops', details: { email: 'ops@example.org' } }];
    const created = await source.client.post(`${from.url}/environments`, { ...environment, contacts });
    const atTarget = async () => {
      const list = await brokers.target.client.get(`${to.url}/environments`);
      return embedded(list, 'environments').find(({ name }) => name === 'uat');
    };
    await runTwice();
    expect(await atTarget()).toMatchObject({ ...environment, contacts });
    const changed = { name: 'uat', displayName: 'Acceptance', production: true, contacts };
    await source.client.put(`${from.url}/environments/${String(created['uuid'])}`, changed);
    await runTwice();
    expect(await atTarget()).toMatchObject(changed);
  });

  it('the end of support for a release, and its support again', async () => {
    const { source, target } = brokers;
    await source.createEnvironment('uat');
    const place = { environment: 'uat', pacticipant: 'C', version: '1' };
    const release = await source.release(place);
    await runTwice();
    expect(await target.environmentsOf('C', '1')).toEqual(['Uat']);
    await source.endSupport(release);
    await runTwice();
    expect(await target.environmentsOf('C', '1')).toEqual([]);
    await source.release(place);
    await runTwice();
    expect(await target.environmentsOf('C', '1')).toEqual(['Uat']);
  });
});
