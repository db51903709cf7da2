import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

interface Verifiable {
  readonly verificationProperties: {
    readonly pending?: boolean;
    readonly wip?: boolean;
    readonly notices: { text: string }[];
  };
}

describe('For a provider version', () => {
  let broker: TestBroker;
  let time = Date.UTC(2026, 0, 1);
  let providers = 0;
  beforeAll(async () => {
    broker = await startTestBroker({ clock: () => new Date(time) });
  });
  afterAll(() => broker.close());

  /**
   * A provider of its own, to which this happened after a consumer published: `verify`, `fail`, `branch` or `tag`, the
   * version, and a name. Each step comes a second after the other; what is joined by a comma comes at once.
   */
  const providerAfter = async (steps: readonly string[]): Promise<string> => {
    const provider = `Prov${++providers}`;
    await broker.publish(`Con${providers}`, provider, { content: 'a', branch: 'feat' });
    for (const step of steps) {
      time += 1_000;
      for (const one of step.split(', ')) {
        const [verb, version = '', name = ''] = one.split(' ');
        if (verb === 'branch' || verb === 'tag') {
          const path =
            verb === 'tag' ? `versions/${version}/tags/${name}` : `branches/${name}/versions/${version}`;
          await broker.request('PUT', `/pacticipants/${provider}/${path}`, {});
        } else {
          await broker.verify(`Con${providers}`, provider, { version, success: verb === 'verify' });
        }
      }
    }
    return provider;
  };
  const ask = async (provider: string, body: object): Promise<Verifiable['verificationProperties'][]> => {
    const { body: answer } = await broker.request(
      'POST',
      `/pacts/provider/${provider}/for-verification`,
      body,
    );
    const { pacts } = (answer as { _embedded: { pacts: Verifiable[] } })._embedded;
    return pacts.map(({ verificationProperties }) => verificationProperties);
  };
  const onBranch = { providerVersionBranch: 'main' };
  const tagged = (...providerVersionTags: string[]) => ({ providerVersionTags });

  it.each<[string, string[], object, boolean]>([
    ['of a branch, until a version of it has', ['branch 1 main', 'fail 1'], onBranch, true],
    ['of a branch, until a version of it has: then not', ['branch 1 main', 'verify 1'], onBranch, false],
    ['of a branch, where another had before it began', ['branch 1 old', 'verify 1'], onBranch, false],
    [
      'of a branch, where another had after it began',
      ['branch 1 main', 'branch 2 other', 'verify 2'],
      onBranch,
      true,
    ],
    ['of a branch that began with that result', ['branch 1 old', 'verify 1, branch 2 main'], onBranch, true],
    ['of a branch, where a version of none had', ['branch 1 main', 'verify 2'], onBranch, true],
    [
      'of a branch and tags by the branch alone',
      ['branch 1 main', 'tag 3 dev', 'verify 1'],
      { ...onBranch, ...tagged('dev') },
      false,
    ],
    ['with a tag, until a version with it has', ['tag 1 dev', 'fail 1'], tagged('dev'), true],
    ['with a tag, until a version with it has: then not', ['tag 1 dev', 'verify 1'], tagged('dev'), false],
    ['with a tag that was put on later', ['verify 1', 'tag 1 dev'], tagged('dev'), false],
    ['with two tags, one of which has', ['tag 1 prod', 'tag 2 dev', 'verify 2'], tagged('dev', 'prod'), true],
    [
      'with two tags that both have',
      ['tag 1 prod', 'tag 2 dev', 'verify 1', 'verify 2'],
      tagged('dev', 'prod'),
      false,
    ],
    ['with a tag, where another had before it began', ['tag 1 dev', 'verify 1'], tagged('new'), false],
    [
      'with a tag that has since been put on another version, where another had after it began',
      ['tag 1 dev', 'tag 2 prod', 'verify 2', 'tag 3 dev'],
      tagged('dev'),
      true,
    ],
    ['with a tag that began with that result', ['tag 1 old', 'verify 1, tag 2 dev'], tagged('dev'), true],
    [
      'of a branch that began after another had, whenever others began one of that name',
      ['branch 1 old', 'verify 1', 'branch 2 main'],
      onBranch,
      false,
    ],
    [
      'with a tag that began after another had, whenever others began one of that name',
      ['tag 1 old', 'verify 1', 'tag 2 dev'],
      tagged('dev'),
      false,
    ],
    ['of neither, until any has', ['fail 1'], {}, true],
    ['of neither, until any has: then not', ['fail 1', 'verify 2'], {}, false],
  ])('a pact is pending, or not: %s', async (_, steps, version, pending) => {
    const provider = await providerAfter(steps);
    const [pact] = await ask(provider, { consumerVersionSelectors: [{ latest: true }], ...version });
    expect(pact?.pending).toBe(pending);
  });

  it('the notice names only the tags that it is pending for', async () => {
    const provider = await providerAfter(['tag 1 prod', 'tag 2 dev', 'verify 2']);
    const [pact] = await ask(provider, {
      consumerVersionSelectors: [{ latest: true }],
      ...tagged('dev', 'prod'),
    });
    expect(pact?.notices[1]?.text).toContain(
      `a successful verification result for a version of ${provider} with tag 'prod' has not yet been published`,
    );
  });

  it.each<[string, string[], object, boolean]>([
    ['of a branch that has not', [], onBranch, true],
    ['of a branch that has', ['branch 1 main', 'verify 1'], onBranch, false],
    ['of a branch that failed', ['branch 1 main', 'fail 1'], onBranch, true],
    ['of a branch, where another had before it began', ['branch 1 old', 'verify 1'], onBranch, false],
    ['with a tag that has', ['tag 1 dev', 'verify 1'], tagged('dev'), false],
    ['with a tag as old as the result', ['tag 1 dev, verify 1'], tagged('dev'), false],
    ['with a tag that was put on later', ['verify 1', 'tag 1 dev'], tagged('dev'), true],
    ['with a tag, where another had before it began', ['tag 1 old', 'verify 1'], tagged('dev'), false],
    ['with two tags, one of which has', ['tag 1 prod', 'tag 2 dev', 'verify 2'], tagged('dev', 'prod'), true],
    [
      'with two tags that both have',
      ['tag 1 prod', 'tag 2 dev', 'verify 1', 'verify 2'],
      tagged('dev', 'prod'),
      false,
    ],
    [
      'of a branch and tags by the branch alone',
      ['branch 1 main', 'tag 3 dev', 'verify 1'],
      { ...onBranch, ...tagged('dev') },
      false,
    ],
    ['of neither', [], {}, false],
  ])(
    'a pact that nobody selected is offered as work in progress, or not: %s',
    async (_, steps, version, offered) => {
      const provider = await providerAfter(steps);
      const pacts = await ask(provider, {
        ...{ consumerVersionSelectors: [{ branch: 'main' }], includeWipPactsSince: '2020-01-01' },
        ...version,
      });
      expect(pacts.map(({ wip }) => wip)).toEqual(offered ? [true] : []);
    },
  );

  it('work in progress of the same content comes once, under the newest version, with all of its branches and tags', async () => {
    const provider = await providerAfter([]);
    const consumer = `Con${providers}`;
    await broker.publish(consumer, provider, { version: '2', content: 'a', tags: ['t'] });
    await broker.publish(consumer, provider, { version: '3', content: 'a', branch: 'fix' });
    const { body } = await broker.request('POST', `/pacts/provider/${provider}/for-verification`, {
      ...{ consumerVersionSelectors: [{ tag: 'none' }], includeWipPactsSince: '2020-01-01' },
      ...onBranch,
    });
    expect((body as { _embedded: { pacts: object[] } })._embedded.pacts).toMatchObject([
      {
        shortDescription:
          'latest from branch feat, latest from branch t, latest from branch fix, latest with tag t',
        _links: { self: { name: `Pact between ${consumer} (3) and ${provider}` } },
      },
    ]);
  });

  it('only what was published after the time that is given is in progress', async () => {
    const begin = time;
    const provider = await providerAfter([]);
    const at = async (since: number) =>
      (
        await ask(provider, {
          ...{ consumerVersionSelectors: [{ branch: 'main' }], ...onBranch },
          includeWipPactsSince: new Date(since).toISOString(),
        })
      ).length;
    expect([await at(begin - 1), await at(begin), await at(begin + 1)]).toEqual([1, 0, 0]);
  });
});
