import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  BrokerClient,
  BrokerResponseError,
  type MatrixAnswer,
  type MatrixRow,
} from '@pact-workshop/broker-client';
import { BrokerSeed } from '@pact-workshop/broker-client/test/broker-seed.ts';
import { forwardTo } from '@pact-workshop/broker-client/test/forwarding-server.ts';
import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import { createEnvironment, recordDeployment } from '../environments/index.ts';
import { withLiveVersions, type Question } from './live-versions.ts';

/** What is live in each environment: of the provider, and of consumers. */
const live = {
  verified: { Prov: ['10'] },
  unverified: { Prov: ['11'] },
  failed: { Prov: ['12'] },
  both: { Prov: ['10', '11'] },
  consumers: { Con: ['1', '2'] },
  bare: { Con: ['1', '4'] },
};

let broker: RunningBroker;
beforeAll(async () => {
  broker = await startBroker();
  const seed = new BrokerSeed(broker.url);
  const pact = { consumer: 'Con', provider: 'Prov' };
  await seed.publish({ consumer: 'Con', version: '1', providers: ['Prov'] });
  await seed.publish({ consumer: 'Con', version: '2', providers: ['Prov'], body: '2' });
  await seed.verify({ ...pact, version: '1', providerVersion: '10' });
  await seed.verify({ ...pact, version: '1', providerVersion: '12', success: false });
  await seed.describeVersion('Prov', '11', {});
  await seed.describeVersion('Con', '4', {});
  for (const [name, versions] of Object.entries(live)) {
    await createEnvironment({ broker: broker.url, name });
    for (const [pacticipant, numbers] of Object.entries(versions)) {
      for (const version of numbers) {
        const place = { broker: broker.url, environment: name, applicationInstance: version };
        await recordDeployment({ ...place, pacticipant, version });
      }
    }
  }
});
afterAll(() => broker.close());

const row = (consumer: string, provider: string | undefined, success: boolean | null = true): MatrixRow => ({
  consumer: { name: 'Con', version: consumer },
  provider: { name: 'Prov', version: provider },
  success,
  resultUrl: undefined,
  ignored: false,
});
const answerWith = (rows: readonly MatrixRow[], deployable: boolean | null = true): MatrixAnswer => ({
  deployable,
  reasons: ['said so'],
  rows,
  summary: { success: rows.length, failed: 0, unknown: 0 },
});
const consumer = [{ pacticipant: 'Con', version: '1' }];
const provider = [{ pacticipant: 'Prov', version: '10' }];

const look = (answer: MatrixAnswer, question: Partial<Question> & { environment: keyof typeof live }) =>
  withLiveVersions(new BrokerClient(broker.url, {}), answer, {
    selectors: consumer,
    ignore: [],
    ...question,
  });

describe('A yes is accepted', () => {
  it.each<[string, MatrixAnswer, Parameters<typeof look>[1]]>([
    ['where its row is that of the live version', answerWith([row('1', '10')]), { environment: 'verified' }],
    [
      'where the live version has a good result after all',
      answerWith([row('1', '9')]),
      { environment: 'verified' },
    ],
    [
      'where the live consumer has no contract with the version',
      answerWith([row('1', '10')]),
      { environment: 'bare', selectors: provider },
    ],
    [
      'where both versions were named',
      answerWith([row('1', '10')]),
      { environment: 'unverified', selectors: [...consumer, ...provider] },
    ],
    ['where there are no rows', answerWith([]), { environment: 'unverified' }],
    [
      'where the live version is ignored',
      answerWith([row('1', '10')]),
      { environment: 'both', ignore: [{ pacticipant: 'Prov', version: '11' }] },
    ],
  ])('%s', async (_, answer, question) => {
    expect(await look(answer, question)).toBe(answer);
  });

  it.each([false, null])('without a check if the answer is %s', async (deployable) => {
    const answer = answerWith([row('1', '10')], deployable);
    expect(await look(answer, { environment: 'unverified' })).toBe(answer);
  });
});

describe('A yes becomes unknown', () => {
  it.each<[string, MatrixAnswer, Parameters<typeof look>[1], string | undefined]>([
    ['by the result of another version', answerWith([row('1', '10')]), { environment: 'unverified' }, '11'],
    [
      'by a row without a result',
      answerWith([row('1', '10'), row('1', '11', null)]),
      { environment: 'both' },
      '11',
    ],
    [
      'by the result of another consumer version',
      answerWith([row('1', '10'), row('2', '9')]),
      { environment: 'verified', selectors: [{ pacticipant: 'Con' }] },
      '10',
    ],
    [
      'for a version that nobody published',
      answerWith([row('99', '10')]),
      { environment: 'unverified' },
      '11',
    ],
    [
      'since another version is ignored',
      answerWith([row('1', '10')]),
      { environment: 'unverified', ignore: [{ pacticipant: 'Prov', version: '10' }] },
      '11',
    ],
    [
      'since another pacticipant is ignored',
      answerWith([row('1', '10')]),
      { environment: 'unverified', ignore: [{ pacticipant: 'Other' }] },
      '11',
    ],
    ...[{ tag: 't' }, { latest: 't' }, { latest: true }, { branch: 'b' }, { mainBranch: true }].map(
      (chosen): [string, MatrixAnswer, Parameters<typeof look>[1], string] => [
        `since some version by ${JSON.stringify(chosen)} is ignored`,
        answerWith([row('1', '10')]),
        { environment: 'unverified', ignore: [{ pacticipant: 'Prov', ...chosen }] },
        '11',
      ],
    ),
  ])('%s', async (_, answer, question, missing) => {
    const looked = await look(answer, question);
    expect(looked.deployable).toBeNull();
    expect(looked.rows.at(-1)).toMatchObject({ provider: { version: missing }, success: null });
    expect(looked.reasons.at(-1)).toMatch(
      new RegExp(`^There is no verified pact between version \\S+ of Con and .*\\(${missing}\\)$`),
    );
    expect(looked.summary.unknown).toBe(1);
  });

  it.each([
    [400, null],
    [500, undefined],
  ])('if the broker refuses the comparison (%i)', async (status, deployable) => {
    await using server = await forwardTo(broker.url, {
      around: async ({ url }, forward) =>
        url?.startsWith('/matrix')
          ? new Response('{"errors":["No pact or verification found"]}', { status })
          : await forward(),
    });
    const client = new BrokerClient({ baseUrl: server.url, retries: 0 }, {});
    const question = { selectors: consumer, ignore: [], environment: 'unverified' };
    const looking = withLiveVersions(client, answerWith([row('1', '10')]), question);
    if (deployable === undefined) await expect(looking).rejects.toThrow(BrokerResponseError);
    else expect(await looking).toMatchObject({ deployable });
  });

  it('or a no for a live version that failed', async () => {
    const looked = await look(answerWith([row('1', '10')]), { environment: 'failed' });
    expect(looked).toMatchObject({ deployable: false, summary: { failed: 1, unknown: 0 } });
    expect(looked.rows.at(-1)).toMatchObject({ provider: { version: '12' }, success: false });
  });

  it('for each live consumer with a contract without a result', async () => {
    const looked = await look(answerWith([row('1', '10')]), {
      environment: 'consumers',
      selectors: provider,
    });
    expect(looked).toMatchObject({
      deployable: null,
      reasons: [
        'There is no verified pact between one of the versions of Con currently in consumers (2) and version 10 of Prov',
      ],
    });
    expect(looked.rows).toHaveLength(2);
  });
});
