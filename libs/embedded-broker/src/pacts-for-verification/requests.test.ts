import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import { decodeMetadata } from '../pacts/index.ts';

interface Pact {
  readonly verificationProperties: {
    readonly pending?: boolean;
    readonly wip?: boolean;
    readonly notices: readonly { readonly when: string }[];
  };
  readonly _links: { readonly self: { readonly href: string } };
}

describe('Who asks for pacts for verification', () => {
  let broker: TestBroker;
  const published = Date.UTC(2026, 0, 1, 12);
  beforeAll(async () => {
    broker = await startTestBroker({ clock: () => new Date(published) });
    await broker.publish('Con', 'Prov', { content: 'a', branch: 'main', tags: ['prod'] });
  });
  afterAll(() => broker.close());
  const ask = (body: object) => broker.request('POST', '/pacts/provider/Prov/for-verification', body);
  const pacts = async (body: object) =>
    ((await ask(body)).body as { _embedded: { pacts: Pact[] } })._embedded.pacts;
  const pending = async (body: object) =>
    (await pacts(body)).map(({ verificationProperties }) => verificationProperties.pending);
  const metadata = async (body: object) => {
    const [pact] = await pacts(body);
    return decodeMetadata(/\/metadata\/([^/]+)$/.exec(pact?._links.self.href ?? '')?.[1]);
  };

  it('and does not mention pending pacts gets them', async () => {
    expect(await pending({})).toEqual([true]);
    expect(await pending({ includePendingStatus: true })).toEqual([true]);
    expect(await pending({ includePendingStatus: false })).toEqual([undefined]);
  });

  it('and does not want to know of pending pacts hears nothing of it, also where one is in progress', async () => {
    const inProgress = {
      ...{ providerVersionBranch: 'main', includeWipPactsSince: '2020-01-01' },
      consumerVersionSelectors: [{ tag: 'none' }],
    };
    const properties = async (includePendingStatus: boolean) =>
      (await pacts({ ...inProgress, includePendingStatus })).map(
        ({ verificationProperties: { notices, ...more } }) => [more, notices.map(({ when }) => when)],
      );
    expect(await properties(false)).toEqual([[{ wip: true }, ['before_verification']]]);
    expect(await properties(true)).toEqual([
      [
        { pending: true, wip: true },
        expect.arrayContaining(['after_verification:success_true_published_true']),
      ],
    ]);
  });

  it('and leaves the branch blank has none', async () => {
    expect(
      await pacts({
        ...{ providerVersionBranch: '', includeWipPactsSince: '2020-01-01' },
        consumerVersionSelectors: [{ tag: 'none' }],
      }),
    ).toEqual([]);
  });

  it.each([
    ['2026-01-01', 1],
    ['2026-01-01T11:59:59Z', 1],
    ['2026-01-01T12:00:01Z', 0],
    ['2026-01-01T12:30:00+01:00', 1],
    ['2026-01-01T11:30:00-01:00', 0],
    ['1 Jan 2026 11:59:00 GMT', 1],
    ['2026-01-01T11:59:59', 1],
    ['2026-01-01 12:00:01', 0],
    ['01/02/2025', 1],
    ['02/01/2026', 0],
  ])('may write a date in any way: %s', async (includeWipPactsSince, count) => {
    const found = await pacts({
      ...{ providerVersionBranch: 'main', includeWipPactsSince },
      consumerVersionSelectors: [{ tag: 'none' }],
    });
    expect(found).toHaveLength(count);
  });

  it('gets in the address of each pact what the result is to be taken for', async () => {
    const selectors = [{ mainBranch: true }, { tag: 'prod' }];
    const { selectors: reasons, ...more } = await metadata({ consumerVersionSelectors: selectors });
    expect(more).toMatchObject({ pending: true, wip: false });
    const [{ consumerVersionId } = {}] = reasons;
    expect(consumerVersionId).toEqual(expect.any(Number));
    expect(reasons).toMatchObject([
      { tag: 'prod', latest: false, consumerVersionId },
      { branch: 'main', latest: true, consumerVersionId },
    ]);
    const { pending: none } = await metadata({ includePendingStatus: false });
    expect(none).toBeUndefined();
    expect(
      await metadata({
        ...{ providerVersionBranch: 'main', includeWipPactsSince: '2020-01-01' },
        consumerVersionSelectors: [{ tag: 'none' }],
      }),
    ).toMatchObject({ wip: true, selectors: [] });
  });

  it.each([
    [{ providerVersionTags: [{}] }, { providerVersionTags: ['must be an array'] }],
    [{ providerVersionTags: 'a' }, { providerVersionTags: ['must be an array'] }],
    [{ providerVersionBranch: 1 }, { providerVersionBranch: ['must be a string'] }],
    [{ providerVersionBranch: ' ' }, { providerVersionBranch: ['cannot be blank'] }],
    [{ includePendingStatus: null }, { includePendingStatus: ['must be filled'] }],
    [{ includePendingStatus: 'true' }, { includePendingStatus: ['must be one of: true, false'] }],
    [{ includeWipPactsSince: '2026-02-30' }, { includeWipPactsSince: ['must be a date'] }],
    [{ includeWipPactsSince: '' }, { includeWipPactsSince: ['must be a date'] }],
    [
      { consumerVersionSelectors: [{ latest: true }, {}, { tag: 1 }] },
      {
        consumerVersionSelectors: [
          expect.stringMatching(/^must specify a value .* \(at index 1\)$/),
          'tag must be a string (at index 2)',
        ],
      },
    ],
  ])('is refused with %j', async (body, errors) => {
    expect(await ask(body)).toMatchObject({ status: 400, body: { errors } });
  });
});
