import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

/** Older clients name the branch by a tag. */
describe('The first tag of a version', () => {
  let broker: TestBroker;
  let time = Date.UTC(2030, 0);
  let pacticipants = 0;
  beforeAll(async () => {
    broker = await startTestBroker({ clock: () => new Date(time) });
  });
  afterAll(() => broker.close());

  const branches = async (of: TestBroker, name: string) => {
    const { body } = await of.request('GET', `/pacticipants/${name}/versions/1`);
    const { branchVersions } = (body as { _embedded: { branchVersions: { name: string }[] } })._embedded;
    return branchVersions.map((branch) => branch.name);
  };

  it.each<[string, (string | number)[], string[]]>([
    ['becomes its branch', ['versions/1', 'versions/1/tags/t'], ['t']],
    ['becomes its branch where it makes the version', ['versions/1/tags/t'], ['t']],
    ['alone becomes one', ['versions/1/tags/t', 'versions/1/tags/u'], ['t']],
    ['becomes none where it has a branch', ['branches/b/versions/1', 'versions/1/tags/t'], ['b']],
    ['becomes one within ten seconds', ['versions/1', 10, 'versions/1/tags/t'], ['t']],
    ['becomes none later', ['versions/1', 11, 'versions/1/tags/t'], []],
  ])('%s', async (_, steps, expected) => {
    const name = `Con${++pacticipants}`;
    for (const step of steps) {
      if (typeof step === 'number') time += step * 1000;
      else await broker.request('PUT', `/pacticipants/${name}/${step}`, {});
    }
    expect(await branches(broker, name)).toEqual(expected);
  });

  it('becomes none where the version was written with tags', async () => {
    const version = '/pacticipants/Tagged/versions/1';
    await broker.request('PUT', version, { tags: [{ name: 't' }] });
    await broker.request('PUT', `${version}/tags/u`, {});
    expect(await branches(broker, 'Tagged')).toEqual([]);
  });

  it('becomes none where the settings say so', async () => {
    await using off = await startTestBroker({ settings: { useFirstTagAsBranch: false } });
    await off.publish('Con', 'Prov', { tags: ['t'] });
    expect(await branches(off, 'Con')).toEqual([]);
  });
});
