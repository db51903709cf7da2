import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type Answer, type TestBroker } from '../../test/broker-client.ts';

describe('Publishing again', () => {
  let broker: TestBroker;
  let time: number;
  beforeEach(async () => {
    time = Date.UTC(2030, 0);
    broker = await startTestBroker({ clock: () => new Date(time) });
  });
  afterEach(() => broker.close());

  const events = ({ body }: Answer) =>
    (body as { notices: { text: string }[] }).notices.find(({ text }) => text.includes('Events'))?.text;

  // The official broker 2.122 on SQLite puts them on the version that was inserted last.
  it('puts its branch and tags on the version that is published, not on one that came later', async () => {
    await broker.publish('Con', 'Prov', { version: '1', branch: 'main' });
    await broker.publish('Other', 'Prov', { version: '7', branch: 'main' });
    await broker.publish('Con', 'Prov', { version: '1', branch: 'feat', tags: ['ready'] });
    const marks = async (name: string, version: string) => {
      const { body } = await broker.request('GET', `/pacticipants/${name}/versions/${version}`);
      const { branchVersions, tags } = (body as { _embedded: Record<string, { name: string }[]> })._embedded;
      return [branchVersions, tags].map((list) => list?.map(({ name }) => name));
    };
    expect(await marks('Con', '1')).toEqual([['main', 'feat'], ['ready']]);
    expect(await marks('Other', '7')).toEqual([['main'], []]);
  });

  it('makes the version newer where something changes, and leaves what was not said of it', async () => {
    const publish = (more: object) =>
      broker.request('POST', '/contracts/publish', {
        pacticipantName: 'Con',
        pacticipantVersionNumber: '1',
        contracts: [broker.contract('Con', 'Prov')],
        ...more,
      });
    const version = async () => (await broker.request('GET', '/pacticipants/Con/versions/1')).body;
    await publish({ buildUrl: 'http://ci/1' });
    expect(await version()).not.toHaveProperty('updatedAt');
    time += 86_400_000;
    const again = await publish({});
    expect(again).toMatchObject({
      body: { notices: [{ text: 'Updated Con version 1' }, {}, {}, {}, {}, {}, {}, {}] },
    });
    await publish({ buildUrl: 'http://ci/1' });
    expect(await version()).toMatchObject({
      createdAt: '2030-01-01T00:00:00+00:00',
      buildUrl: 'http://ci/1',
    });
    expect(await version()).not.toHaveProperty('updatedAt');
    await publish({ buildUrl: 'http://ci/2', branch: 'feat', tags: ['t'] });
    expect(await version()).toMatchObject({
      updatedAt: '2030-01-02T00:00:00+00:00',
      buildUrl: 'http://ci/2',
      _embedded: { branchVersions: [{ name: 'feat', latest: true }], tags: [{ name: 't' }] },
    });
  });

  it('makes the integration the one that was published last', async () => {
    const order = async () => {
      const { body } = await broker.request('GET', '/integrations');
      return (
        body as { _embedded: { integrations: { consumer: { name: string } }[] } }
      )._embedded.integrations.map(({ consumer }) => consumer.name);
    };
    for (const [consumer, version] of [
      ['A', '1'],
      ['B', '1'],
      ['A', '2'],
    ] as const) {
      time += 1000;
      await broker.publish(consumer, 'Prov', { version });
    }
    expect(await order()).toEqual(['A', 'B']);
    time += 1000;
    await broker.publish('B', 'Prov', { version: '1', content: 'more', merge: true });
    expect(await order()).toEqual(['B', 'A']);
  });

  it('compares a pact with those of versions before it, not with newer ones', async () => {
    await broker.request('PUT', '/pacticipants/Con/versions/1', {});
    await broker.publish('Con', 'Prov', { version: '2', content: 'a' });
    expect(events(await broker.publish('Con', 'Prov', { version: '1', content: 'a' }))).toContain(
      'contract_content_changed (first time untagged pact published)',
    );
    expect(events(await broker.publish('Con', 'Prov', { version: '3', content: 'a' }))).not.toContain(
      'contract_content_changed',
    );
  });

  it('compares with the last pact of the same tag, consumer and provider', async () => {
    await broker.publish('Con', 'Prov', { version: '1', content: 'a', tags: ['t'] });
    await broker.publish('Con', 'Prov', { version: '2', content: 'b', tags: ['u'] });
    await broker.publish('Con', 'Other', { version: '2b', content: 'c', tags: ['t'] });
    await broker.publish('Con2', 'Prov', { version: '2', content: 'c', tags: ['t'] });
    const same = '(pact content is the same as previous version with tag t and no new tags were applied)';
    expect(
      events(await broker.publish('Con', 'Prov', { version: '3', content: 'a', tags: ['t'] })),
    ).toContain(same);
    expect(
      events(await broker.publish('Con', 'Prov', { version: '4', content: 'b', tags: ['t'] })),
    ).toContain('pact content has changed since the last consumer version tagged with t');
    expect(
      events(await broker.publish('Con', 'Prov', { version: '5', content: 'b', tags: ['t', 'u'] })),
    ).toContain('previous versions with tags t, u');
    expect(events(await broker.publish('Con', 'Prov', { version: '6', content: 'b' }))).toContain(
      'first time untagged pact published',
    );
  });

  it('is compared by the tags that come with it', async () => {
    await broker.publish('Con', 'Prov', { version: '1', content: 'a' });
    expect(
      events(await broker.publish('Con', 'Prov', { version: '2', content: 'a', tags: ['t'] })),
    ).toContain(
      'contract_content_changed (first time any pact published for this consumer with consumer version tagged t)',
    );
  });

  it('is not an event without another content', async () => {
    await broker.publish('Con', 'Prov', { content: 'a' });
    expect(events(await broker.publish('Con', 'Prov', { content: 'a' }))).toBe(
      '  Events detected: contract_published',
    );
  });
});
