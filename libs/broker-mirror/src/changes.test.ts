import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { embedded } from '@pact-workshop/broker-client';
import { startBroker } from '@pact-workshop/embedded-broker';
import { countOf, startSides, type MirrorSides } from '../test/mirror-sides.ts';

let sides: MirrorSides;
beforeEach(async () => {
  sides = await startSides(startBroker);
});
afterEach(() => sides[Symbol.asyncDispose]());

const label = async ({ client }: MirrorSides['source'], name: string) =>
  client.put(`${client.baseUrl}/pacticipants/C/labels/${name}`, {});

describe('Before the mirror runs again, may change', () => {
  beforeEach(async () => {
    const { source, run } = sides;
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
    const version = await sides.target.client.get(`${sides.to.url}/pacticipants/C/versions/1`);
    expect(version).toMatchObject({ buildUrl: 'http://ci/1' });
  });

  /** Runs the mirror twice: afterwards both sides agree, and then nothing is left to carry. */
  async function runTwice() {
    const report = await sides.run();
    expect(report).toMatchObject({ agrees: true, differences: [] });
    const again = await sides.run();
    expect(again.counts.filter(({ carried }) => carried > 0)).toEqual([]);
    return report;
  }

  it.each([
    [
      'a tag more',
      () => sides.source.describeVersion('C', '1', { tags: [{ name: 'a' }, { name: 'b' }] }),
      'tags',
    ],
    ['a branch more', () => sides.source.addToBranch('C', '1', 'h'), 'versions on branches'],
    [
      'the page of the build',
      () => sides.source.describeVersion('C', '1', { buildUrl: 'http://ci/again' }),
      'build URLs',
    ],
    [
      'a pact with another provider',
      () => sides.source.publish({ consumer: 'C', version: '1', providers: ['Q'] }),
      'pacts',
    ],
    ['a label more', () => label(sides.source, 'second'), 'labels'],
    [
      'what a pacticipant says of itself',
      () => sides.source.describePacticipant('C', { displayName: 'See', repositoryName: null }),
      'main branches and other attributes',
    ],
    ['a version with nothing on it', () => sides.source.describeVersion('C', '3', {}), 'versions'],
  ])('%s, which comes along', async (_, change, what) => {
    await change();
    expect(countOf(await runTwice(), what)?.carried).toBe(1);
  });

  it('an environment and who answers for it', async () => {
    const { source, from, to } = sides;
    const environment = { name: 'uat', displayName: 'UAT', production: false };
    const contacts = [{ name: 'Ops', details: { email: 'ops@example.org' } }];
    const created = await source.client.post(`${from.url}/environments`, { ...environment, contacts });
    const atTarget = async () => {
      const list = await sides.target.client.get(`${to.url}/environments`);
      return embedded(list, 'environments').find(({ name }) => name === 'uat');
    };
    await runTwice();
    expect(await atTarget()).toMatchObject({ ...environment, contacts });
    const changed = { name: 'uat', displayName: 'Acceptance', production: true, contacts };
    await source.client.put(`${from.url}/environments/${String(created['uuid'])}`, changed);
    await runTwice();
    expect(await atTarget()).toMatchObject(changed);
  });

  it('whether a release is supported, to and fro', async () => {
    const { source, target } = sides;
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
