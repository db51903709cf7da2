import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

describe('A consumer whose newest version has no pact with the provider any more', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker({ settings: { useFirstTagAsBranch: false } });
    await broker.request('POST', '/pacticipants', { name: 'Con', mainBranch: 'trunk' });
    await broker.publish('Con', 'Prov', { version: '1', content: 'a', tags: ['trunk', 'prod'] });
    await broker.publish('Con', 'Prov', { version: '2', content: 'b', tags: ['old'] });
    for (const tag of ['trunk', 'prod'])
      await broker.request('PUT', `/pacticipants/Con/versions/3/tags/${tag}`, {});
    await broker.publish('Other', 'Prov', { version: '4', content: 'c', tags: ['prod'] });
  });
  afterAll(() => broker.close());

  const names = ({ body }: { readonly body: unknown }) =>
    (body as { _embedded: { pacts: { _links: { self: { name: string } } }[] } })._embedded.pacts.map(
      ({ _links }) => _links.self.name.replace(/^Pact between (.*) and Prov$/, '$1'),
    );
  const path = '/pacts/provider/Prov/for-verification';
  const chosen = async (...consumerVersionSelectors: object[]) =>
    names(await broker.request('POST', path, { consumerVersionSelectors }));

  it.each([
    ['with the tag', { tag: 'prod', latest: true }, ['Other (4)']],
    ['with the tag, of that consumer', { tag: 'prod', latest: true, consumer: 'Con' }, []],
    ['with the fallback tag', { tag: 'none', fallbackTag: 'trunk', latest: true }, []],
    [
      'with the tag, where a fallback has one',
      { tag: 'trunk', fallbackTag: 'old', latest: true },
      ['Con (2)'],
    ],
  ])('gives no older pact %s', async (_, selector, expected) => {
    expect(await chosen(selector)).toEqual(expected);
  });

  it('still gives all pacts with the tag, and the latest pact', async () => {
    expect(await chosen({ tag: 'prod' })).toEqual(['Con (1)', 'Other (4)']);
    expect(await chosen({ latest: true, consumer: 'Con' })).toEqual(['Con (2)']);
  });

  it('gives nothing by default, where tags show its main branch', async () => {
    expect(await chosen()).toEqual(['Other (4)']);
  });

  it('gives nothing where the older form asks', async () => {
    const older = async (...fields: readonly string[]) =>
      names(
        await broker.request(
          'GET',
          `${path}?${fields.map((field) => `consumer_version_selectors[]${field}`).join('&')}`,
        ),
      );
    expect(await older('[tag]=prod', '[latest]=true')).toEqual(['Other (4)']);
    expect(await older('[tag]=trunk', '[latest]=true')).toEqual([]);
    expect(await older('[tag]=trunk', '[latest]=true', '[fallback_tag]=old')).toEqual(['Con (2)']);
  });
});
