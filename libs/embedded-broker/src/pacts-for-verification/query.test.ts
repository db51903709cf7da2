import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

interface Pact {
  readonly verificationProperties: {
    readonly pending?: boolean;
    readonly wip?: boolean;
    readonly notices: readonly { readonly text: string }[];
  };
  readonly _links: { readonly self: { readonly name: string } };
}

describe('The older form of asking for pacts for verification', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker({ settings: { useFirstTagAsBranch: false } });
    await broker.publish('Con', 'Prov', { version: '1', content: 'a', tags: ['prod'] });
    await broker.publish('Con', 'Prov', { version: '2', content: 'b', tags: ['prod'] });
    await broker.publish('Other', 'Prov', { version: '3', content: 'c', tags: ['prod', 'dev'] });
    await broker.request('PUT', '/pacticipants/Prov/versions/12/tags/theirs', {});
    await broker.verify('Con', 'Prov', { consumerVersion: '2', version: '10' });
    await broker.verify('Other', 'Prov', { consumerVersion: '3', version: '11', branch: 'main' });
    await broker.request('PUT', '/pacticipants/Prov/versions/10/tags/ours', {});
  });
  afterAll(() => broker.close());
  const ask = (query: string) => broker.request('GET', `/pacts/provider/Prov/for-verification?${query}`);
  const pacts = async (query: string) => {
    const { body } = await ask(query);
    return (body as { _embedded: { pacts: Pact[] } })._embedded.pacts.map(
      ({ verificationProperties: { pending, wip, notices }, _links }) => ({
        name: _links.self.name.replace(/^Pact between (.*) and Prov$/, '$1'),
        ...{ pending, wip, notices },
      }),
    );
  };
  const s = (field: string, value: string) => `consumer_version_selectors[][${field}]=${value}`;

  it.each([
    ['every version with a tag', s('tag', 'prod'), ['Con (1)', 'Con (2)', 'Other (3)']],
    ['the latest with a tag', `${s('tag', 'prod')}&${s('latest', 'true')}`, ['Con (2)', 'Other (3)']],
    ['all where it is not to be the latest', `${s('tag', 'dev')}&${s('latest', 'false')}`, ['Other (3)']],
    ['those of one consumer', `${s('tag', 'prod')}&${s('consumer', 'Other')}`, ['Other (3)']],
    [
      'by several selectors',
      `${s('tag', 'dev')}&${s('tag', 'prod')}&${s('latest', 'true')}&${s('consumer', 'Con')}`,
      ['Con (2)', 'Other (3)'],
    ],
    ['by default the latest', '', ['Con (2)', 'Other (3)']],
  ])('gives %s', async (_, query, names) => {
    expect((await pacts(query)).map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['', [false, false]],
    ['provider_version_branch=main', [true, false]],
    ['provider_version_tags[]=ours', [false, true]],
    ['provider_version_tags[]=ours&provider_version_tags[]=theirs', [true, true]],
    ['include_pending_status=true', [false, false]],
    ['include_pending_status=false', [undefined, undefined]],
  ])('says what is pending: ?%s', async (query, expected) => {
    expect((await pacts(query)).map(({ pending }) => pending)).toEqual(expected);
  });

  it('gives work in progress since a date', async () => {
    const query = `${s('tag', 'none')}&provider_version_branch=main&include_wip_pacts_since=`;
    expect((await pacts(`${query}2020-01-01`)).map(({ name, wip }) => [name, wip])).toEqual([
      ['Con (2)', true],
    ]);
    expect(await pacts(`${query}2999-01-01`)).toEqual([]);
  });

  it('warns that it will go, which the form of today does not', async () => {
    const warning: unknown = expect.stringMatching(
      /^WARNING - this version of the Pact library uses a beta version/,
    );
    for (const { notices } of await pacts('')) expect(notices[0]?.text).toEqual(warning);
    const { text } = await broker.request('POST', '/pacts/provider/Prov/for-verification', {});
    expect(text).not.toContain('WARNING');
  });

  it.each([
    [s('latest', 'true'), { consumer_version_selectors: ['tag is missing (at index 0)'] }],
    [s('tag', ''), { consumer_version_selectors: ['tag must be filled (at index 0)'] }],
    [
      `${s('tag', 'a')}&${s('tag', 'b')}&${s('latest', 'maybe')}`,
      { consumer_version_selectors: ['latest must be one of: true, false (at index 1)'] },
    ],
    [
      `${s('tag', 'a')}&${s('consumer', '')}`,
      { consumer_version_selectors: ['consumer must be filled (at index 0)'] },
    ],
    [
      `${s('tag', 'a')}&${s('fallback_tag', '')}`,
      { consumer_version_selectors: ['fallback_tag must be filled (at index 0)'] },
    ],
    ['include_pending_status=maybe', { include_pending_status: ['must be one of: true, false'] }],
    ['include_wip_pacts_since=', { include_wip_pacts_since: ['must be filled'] }],
    ['include_wip_pacts_since=x', { include_wip_pacts_since: ['must be a date'] }],
  ])('refuses ?%s', async (query, errors) => {
    expect(await ask(query)).toMatchObject({ status: 400, body: { errors } });
  });
});
