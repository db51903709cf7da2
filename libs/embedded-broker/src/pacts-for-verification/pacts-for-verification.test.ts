import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

interface VerifiablePact {
  shortDescription: string;
  verificationProperties: { pending?: boolean; wip?: boolean; notices: { when: string; text: string }[] };
  _links: { self: { href: string; name: string } };
}

describe('Pacts for verification', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
  });
  afterEach(() => broker.close());

  const ask = (body: object, provider = 'Prov') =>
    broker.request('POST', `/pacts/provider/${provider}/for-verification`, body);
  const pacts = async (body: object) =>
    ((await ask(body)).body as { _embedded: { pacts: VerifiablePact[] } })._embedded.pacts;
  /** What the selectors choose: the pacts' names, in order. */
  const chosen = async (selectors: object[], more: object = {}) =>
    (await pacts({ consumerVersionSelectors: selectors, ...more })).map(({ _links }) =>
      _links.self.name.replace('Pact between ', '').replace(' and Prov', ''),
    );

  describe('are chosen', () => {
    beforeEach(async () => {
      await broker.publish('Con', 'Prov', { version: '1', content: 'a', branch: 'main', tags: ['prod'] });
      await broker.publish('Con', 'Prov', {
        version: '2',
        content: 'b',
        branch: 'feat/x',
        tags: ['prod', 'dev'],
      });
      await broker.publish('Other', 'Prov', { version: '3', content: 'c', branch: 'main' });
      await broker.deploy('Con', '1', 'production');
      await broker.deploy('Con', '2', 'test', {}, 'pb:record-release');
    });

    it.each([
      ['the main branches', { mainBranch: true }, ['Con (1)', 'Other (3)']],
      ['a branch', { branch: 'feat/x' }, ['Con (2)']],
      ['every branch', { branch: true, latest: true }, ['Con (1)', 'Con (2)', 'Other (3)']],
      [
        'a branch, or another where a consumer lacks it',
        { branch: 'feat/x', fallbackBranch: 'main' },
        ['Con (2)', 'Other (3)'],
      ],
      ['the latest', { latest: true }, ['Con (2)', 'Other (3)']],
      ['the latest of a consumer', { latest: true, consumer: 'Other' }, ['Other (3)']],
      ['the latest with a tag', { tag: 'prod', latest: true }, ['Con (2)']],
      [
        'the latest with a tag or its fallback',
        { tag: 'nope', fallbackTag: 'dev', latest: true },
        ['Con (2)'],
      ],
      ['all with a tag', { tag: 'prod' }, ['Con (1)', 'Con (2)']],
      ['what is deployed', { deployed: true }, ['Con (1)']],
      ['what is released', { released: true }, ['Con (2)']],
      ['what is either', { deployedOrReleased: true }, ['Con (1)', 'Con (2)']],
      ['what is in an environment', { environment: 'test' }, ['Con (2)']],
      ['what is deployed to an environment', { deployed: true, environment: 'test' }, []],
    ])('by %s', async (_, selector, expected) => {
      expect(await chosen([selector])).toEqual(expected);
    });

    it('by a fallback tag where the consumer in question lacks the tag', async () => {
      await broker.publish('Other', 'Prov', { version: '5', content: 'e', tags: ['main'] });
      const selector = { tag: 'dev', fallbackTag: 'main', latest: true, consumer: 'Other' };
      expect(await chosen([selector])).toEqual(['Other (5)']);
    });

    it('by no fallback tag where another selector finds the tag', async () => {
      await broker.publish('Other', 'Prov', { version: '5', content: 'e', tags: ['main'] });
      const selector = { tag: 'dev', fallbackTag: 'main', latest: true, consumer: 'Other' };
      const [withTag] = await chosen([{ tag: 'dev', latest: true }]);
      expect(await chosen([selector, { tag: 'dev', latest: true }])).toEqual([withTag]);
      expect(await chosen([selector, { tag: 'dev' }])).toContain('Other (5)');
    });

    it('by the provider’s own branch', async () => {
      expect(await chosen([{ matchingBranch: true }], { providerVersionBranch: 'feat/x' })).toEqual([
        'Con (2)',
      ]);
    });

    it('by default: main branches and what is live', async () => {
      expect(await chosen([])).toEqual(['Con (1)', 'Con (2)', 'Other (3)']);
    });

    it('once each, with every reason', async () => {
      const [one, ...rest] = await pacts({
        consumerVersionSelectors: [{ deployed: true }, { mainBranch: true, consumer: 'Con' }],
        includePendingStatus: false,
      });
      expect(rest).toEqual([]);
      expect(one?.shortDescription).toBe('deployed to production, latest from main branch');
      expect(one?.verificationProperties).not.toHaveProperty('pending');
      expect(one?.verificationProperties.notices).toEqual([
        {
          when: 'before_verification',
          text:
            `The pact at ${one?._links.self.href.split('/metadata/')[0]} is being verified because the pact content belongs to the ` +
            'consumer versions matching the following criteria:\n' +
            '    * consumer version(s) currently deployed to production (1)\n' +
            "    * latest version of Con from the main branch 'main' (1)",
        },
      ]);
    });

    it('with one reason for an environment, however often a version is there', async () => {
      await broker.deploy('Con', '2', 'test', { applicationInstance: 'blue' });
      await broker.deploy('Con', '2', 'test', { applicationInstance: 'green' });
      const [one] = await pacts({ consumerVersionSelectors: [{ environment: 'test' }] });
      expect(one?.shortDescription).toBe('in test');
      expect(one?.verificationProperties.notices[0]?.text).toMatch(
        /the following criterion:\n {4}\* a consumer version in environment test \(2\)$/,
      );
    });

    it('once for the same content, under the newest version', async () => {
      await broker.publish('Con', 'Prov', { version: '4', content: 'a', branch: 'other' });
      expect(await chosen([{ mainBranch: true, consumer: 'Con' }, { branch: 'other' }])).toEqual(['Con (4)']);
    });

    it('under the newest version of those that were selected for their content', async () => {
      await broker.publish('Same', 'Prov', { version: '1', content: 'same' });
      await broker.publish('Same', 'Prov', { version: '2', content: 'same', branch: 'main' });
      await broker.deploy('Same', '1', 'test');
      const [pact] = await pacts({
        consumerVersionSelectors: [
          { mainBranch: true, consumer: 'Same' },
          { deployed: true, consumer: 'Same' },
        ],
      });
      const { body } = await broker.request('GET', pact?._links.self.href ?? '');
      expect(body).toMatchObject({
        _links: {
          self: { name: 'Pact between Same (2) and Prov' },
          'pb:consumer-versions': [{ name: '2' }, { name: '1' }],
        },
      });
    });

    it('with a way back for the result, which ends up with the content', async () => {
      const [pact] = await pacts({ consumerVersionSelectors: [{ branch: 'feat/x' }] });
      const document = (await broker.request('GET', pact?._links.self.href ?? '')).body as {
        _links: Record<string, { href: string } & { name: string }[]>;
      };
      expect(document._links['pb:consumer-versions']?.map(({ name }) => name)).toEqual(['2']);
      const results = document._links['pb:publish-verification-results']?.href ?? '';
      expect(results).toMatch(/\/metadata\/[\w-]+\/verification-results$/);
      const posted = await broker.request('POST', results, {
        success: true,
        providerApplicationVersion: '9',
      });
      expect(posted.status).toBe(201);
      const { rows } = await broker.matrix('q[][pacticipant]=Con&q[][version]=2&latestby=cvp');
      expect(rows).toEqual(['Con 2 Prov 9 true']);
    });
  });

  it('are none for a provider without any, and 404 for one that nobody knows', async () => {
    await broker.request('POST', '/pacticipants', { name: 'Prov' });
    expect(await pacts({})).toEqual([]);
    expect(await ask({}, 'Nobody')).toMatchObject({
      status: 404,
      body: { error: "No provider with name 'Nobody' found" },
    });
  });

  it('refuse selectors that make no sense', async () => {
    await broker.publish('Con', 'Prov');
    const answer = await ask({
      consumerVersionSelectors: [
        {},
        { tag: 'a', branch: 'b' },
        { matchingBranch: true },
        { environment: 'nah' },
        { mainBranch: true, tag: 'x' },
        { deployed: true, released: true },
        { branch: 'b', deployed: true },
        { latest: 'maybe' },
      ],
    });
    expect(answer.status).toBe(400);
    expect((answer.body as { errors: Record<string, string[]> }).errors['consumerVersionSelectors']).toEqual([
      'must specify a value for environment or tag or branch, or specify mainBranch=true, matchingBranch=true, latest=true, deployed=true, released=true or deployedOrReleased=true (at index 0)',
      'cannot specify both a tag and a branch (at index 1)',
      'the providerVersionBranch must be specified when the selector matchingBranch=true is used (at index 2)',
      "environment with name 'nah' does not exist (at index 3)",
      'cannot specify mainBranch=true with any other criteria apart from consumer (at index 4)',
      'cannot specify both deployed=true and released=true (at index 5)',
      'cannot specify the field branch with the field deployed (at index 6)',
      'latest must be one of: true, false (at index 7)',
    ]);
    expect(
      (
        await ask({
          providerVersionTags: 'x',
          consumerVersionSelectors: 'x',
          includePendingStatus: 'x',
          includeWipPactsSince: 'x',
        })
      ).body,
    ).toEqual({
      errors: {
        providerVersionTags: ['must be an array'],
        consumerVersionSelectors: ['must be an array'],
        includePendingStatus: ['must be one of: true, false'],
        includeWipPactsSince: ['must be a date'],
      },
    });
  });

  describe('are pending', () => {
    const pending = async (more: object) =>
      (await pacts({ consumerVersionSelectors: [{ latest: true }], includePendingStatus: true, ...more }))[0]
        ?.verificationProperties;

    beforeEach(() => broker.publish('Con', 'Prov', { content: 'a', branch: 'main' }));

    it('until the branch has verified them', async () => {
      expect((await pending({ providerVersionBranch: 'main' }))?.pending).toBe(true);
      await broker.verify('Con', 'Prov', { version: '7', branch: 'main', success: false });
      expect((await pending({ providerVersionBranch: 'main' }))?.pending).toBe(true);
      await broker.verify('Con', 'Prov', { version: '8', branch: 'main' });
      const status = await pending({ providerVersionBranch: 'main' });
      expect(status?.pending).toBe(false);
      expect(status?.notices[1]?.text).toBe(
        "This pact has previously been successfully verified by a version of Prov from branch 'main'. If this verification fails, it will fail the build. Read more at https://docs.pact.io/go/pending",
      );
    });

    it('not on a new branch when another verified them before', async () => {
      await broker.verify('Con', 'Prov', { version: '8', branch: 'main' });
      expect((await pending({ providerVersionBranch: 'new' }))?.pending).toBe(false);
    });

    it('on an older branch although another verified them since', async () => {
      await broker.request('PUT', '/pacticipants/Prov/branches/old/versions/6', {});
      await broker.verify('Con', 'Prov', { version: '8', branch: 'main' });
      expect((await pending({ providerVersionBranch: 'old' }))?.pending).toBe(true);
    });

    it('per tag, where there is no branch', async () => {
      await broker.verify('Con', 'Prov', { version: '8' });
      await broker.request('PUT', '/pacticipants/Prov/versions/8/tags/dev', {});
      expect((await pending({ providerVersionTags: ['dev'] }))?.pending).toBe(false);
      expect((await pending({}))?.pending).toBe(false);
    });

    it('and say what that means before and after', async () => {
      const status = await pending({ providerVersionBranch: 'main' });
      expect(status?.notices.map(({ when }) => when)).toEqual([
        'before_verification',
        'before_verification',
        'after_verification:success_true_published_false',
        'after_verification:success_false_published_false',
        'after_verification:success_true_published_true',
        'after_verification:success_false_published_true',
      ]);
    });
  });

  describe('as work in progress', () => {
    const since = '2020-01-01';
    const wip = async (more: object = {}) =>
      (
        await pacts({
          consumerVersionSelectors: [{ mainBranch: true }],
          includePendingStatus: true,
          providerVersionBranch: 'main',
          includeWipPactsSince: since,
          ...more,
        })
      ).filter(({ verificationProperties }) => verificationProperties.wip);

    beforeEach(async () => {
      await broker.publish('Con', 'Prov', { version: '1', content: 'a', branch: 'main' });
      await broker.publish('Con', 'Prov', { version: '2', content: 'b', branch: 'feat', tags: ['t'] });
    });

    it('are new ones that nobody selected', async () => {
      const [pact, ...rest] = await wip();
      expect(rest).toEqual([]);
      expect(pact?.shortDescription).toBe('latest from branch feat, latest with tag t');
      expect(pact?.verificationProperties.pending).toBe(true);
      expect(pact?.verificationProperties.notices[0]?.text).toContain(
        "it is the pact for the latest version of Con from branch 'feat' and tagged with 't' (both have the same content) and it has not yet been successfully verified by a version of Prov from branch 'main'",
      );
    });

    it('are none before the date, or without a branch or tag of the provider', async () => {
      expect(await wip({ includeWipPactsSince: '2999-01-01' })).toEqual([]);
      expect(await wip({ providerVersionBranch: undefined })).toEqual([]);
    });

    it('name the tags of the provider for which they are', async () => {
      const tags = { providerVersionBranch: undefined, providerVersionTags: ['dev', 'prod'] };
      for (const tag of ['6/tags/dev', '7/tags/prod'])
        await broker.request('PUT', `/pacticipants/Prov/versions/${tag}`, {});
      await broker.verify('Con', 'Prov', { consumerVersion: '2', version: '7' });
      const [pact] = await wip(tags);
      expect(pact?.verificationProperties.notices[0]?.text).toContain(
        "by a version of Prov with tag 'dev' when",
      );
      expect(pact?.verificationProperties.notices[2]?.text).toContain(
        "any version of Prov with tag 'dev' as the",
      );
    });

    it('stay so for a branch whose first version was there before another branch verified them', async () => {
      await broker.request('PUT', '/pacticipants/Prov/versions/9', {});
      await broker.verify('Con', 'Prov', { consumerVersion: '2', version: '8', branch: 'other' });
      for (const version of ['9', '10'])
        await broker.request('PUT', `/pacticipants/Prov/branches/main/versions/${version}`, {});
      expect(await wip()).toHaveLength(1);
      expect(await wip({ providerVersionBranch: 'new' })).toEqual([]);
    });

    it('stay so until they were verified when selected', async () => {
      const [pact] = await wip();
      const document = (await broker.request('GET', pact?._links.self.href ?? '')).body as {
        _links: Record<string, { href: string }>;
      };
      expect(document._links).not.toHaveProperty('pb:consumer-versions');
      await broker.request('PUT', '/pacticipants/Prov/branches/main/versions/9', {});
      await broker.request('POST', document._links['pb:publish-verification-results']?.href ?? '', {
        success: true,
        providerApplicationVersion: '9',
      });
      expect(await wip()).toHaveLength(1);
      await broker.verify('Con', 'Prov', { consumerVersion: '2', version: '10', branch: 'main' });
      expect(await wip()).toEqual([]);
    });
  });
});
