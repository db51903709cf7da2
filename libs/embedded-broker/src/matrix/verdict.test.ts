import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import type { ResolvedSelector } from './resolve.ts';
import type { MatrixPact } from './rows.ts';
import { verdict } from './verdict.ts';

/** Selectors as `Name@version`, or a name alone. */
const q = (...names: string[]) =>
  names
    .map((one) => one.split('@'))
    .map(([name, version]) => `q[][pacticipant]=${name}${version ? `&q[][version]=${version}` : ''}`)
    .join('&');

describe('A verdict', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
    await broker.publish('Con', 'Prov', { version: '1', content: 'a', branch: 'main' });
    await broker.verify('Con', 'Prov', { version: '10', success: false });
    await broker.verify('Con', 'Prov', { version: '10' });
    await broker.verify('Con', 'Prov', { version: '11', success: false });
    await broker.publish('Con', 'Prov', { version: '2', content: 'b' });
    await broker.publish('Con', 'Prov', { version: '3', content: 'c' });
    await broker.publish('Con', 'Prov', { version: '3', content: 'd', merge: true });
    await broker.publish('Con', ['Prov', 'Third'], { version: '4', content: 'a' });
    await broker.publish('Other', 'Prov', { version: '1', content: 'o' });
    await broker.publish('Top', 'Con', { version: '1', content: 't' });
    await broker.verify('Top', 'Con', { version: '1' });
    for (const [one, other] of [
      ['Ping', 'Pong'],
      ['Tick', 'Tock'],
    ] as const) {
      await broker.publish(one, other, { version: '1', content: 'x' });
      await broker.publish(other, one, { version: '1', content: 'y' });
    }
    await broker.verify('Ping', 'Pong', { version: '1' });
    await broker.verify('Tock', 'Tick', { version: '1' });
    await broker.publish('Self', 'Self', { version: '1' });
    await broker.verify('Self', 'Self', { version: '1' });
    await broker.verify('Self', 'Self', { version: '2' });
    await broker.publish('Own', ['Own', 'Third'], { version: '1' });
    await broker.verify('Own', 'Own', { version: '1' });
  });
  afterAll(() => broker.close());

  it.each([
    [
      'of one version alone looks at all results of its contracts, on both sides',
      q('Con@1'),
      false,
      ['Con 1 Prov 11 false', 'Con 1 Prov 10 true', 'Con 1 Prov 10 false', 'Top 1 Con 1 true'],
    ],
    ['of a version that does not exist is no', `${q('Con@77', 'Prov@10')}&latestby=cvpv`, false, []],
    [
      'by the last results only counts the last of each provider version',
      `${q('Con@1')}&latestby=cvpv`,
      false,
      ['Con 1 Prov 11 false', 'Con 1 Prov 10 true', 'Top 1 Con 1 true'],
    ],
    [
      'by consumer version only counts the newest provider version',
      `${q('Con@1', 'Prov')}&latestby=cvp`,
      false,
      ['Con 1 Prov 11 false'],
    ],
    [
      'by consumer only counts its newest version',
      `${q('Top', 'Con')}&latestby=cp`,
      true,
      ['Top 1 Con 1 true'],
    ],
    [
      'that leaves out the only result, a failure, is not known',
      `${q('Con@1', 'Prov@11')}&latestby=cvpv&success[]=true`,
      null,
      [],
    ],
    [
      'on successes takes no older one for the newest',
      `${q('Con@1')}&latestby=cvp&success[]=true`,
      null,
      ['Top 1 Con 1 true'],
    ],
    [
      'on successes is not known where nothing was verified',
      `${q('Con@2', 'Prov')}&latestby=cvp&success[]=true`,
      null,
      [],
    ],
    [
      'on successes needs the provider that is asked about together with a destination',
      `${q('Con@1', 'Prov@11')}&latestby=cvp&success[]=true&tag=none&latest=true`,
      null,
      [],
    ],
    [
      'on failures counts those',
      `${q('Con@1', 'Prov')}&latestby=cvpv&success[]=false`,
      false,
      ['Con 1 Prov 11 false'],
    ],
    [
      'on what is not verified shows that',
      `${q('Con', 'Prov')}&latestby=cvp&success[]=`,
      null,
      ['Con 3 Prov ? ?', 'Con 2 Prov ? ?'],
    ],
    [
      'on two kinds of outcome shows both',
      `${q('Con', 'Prov')}&latestby=cvp&success[]=&success[]=false`,
      null,
      ['Con 4 Prov 11 false', 'Con 3 Prov ? ?', 'Con 2 Prov ? ?', 'Con 1 Prov 11 false'],
    ],
    [
      'needs the contract of each of two consumers',
      `${q('Other@1', 'Con@1', 'Prov@10')}&latestby=cvpv&success[]=true`,
      null,
      ['Con 1 Prov 10 true'],
    ],
    [
      'needs the contract with each of two providers',
      `${q('Con@4', 'Prov@10', 'Third')}&latestby=cvpv&success[]=true`,
      null,
      ['Con 4 Prov 10 true'],
    ],
    [
      'of two that are each other’s consumer needs both halves',
      `${q('Ping@1', 'Pong@1')}&latestby=cvp&success[]=true`,
      null,
      ['Ping 1 Pong 1 true'],
    ],
    [
      'of two that are each other’s consumer needs both halves, whichever was published first',
      `${q('Tick@1', 'Tock@1')}&latestby=cvp&success[]=true`,
      null,
      ['Tock 1 Tick 1 true'],
    ],
    [
      'of two versions says nothing of what else they need',
      `${q('Con@4', 'Prov@10')}&latestby=cvpv`,
      true,
      ['Con 4 Prov 10 true'],
    ],
    [
      'counts a revision that was replaced only where all are asked for',
      q('Con@3', 'Prov'),
      null,
      ['Con 3 Prov ? ?', 'Con 3 Prov ? ?'],
    ],
    ['does not count it otherwise', `${q('Con@3', 'Prov')}&latestby=cvpv`, null, ['Con 3 Prov ? ?']],
    [
      'of a version that is named twice is that of the version',
      `${q('Con@4', 'Con@4')}&latestby=cvp`,
      null,
      ['Con 4 Prov 11 false', 'Con 4 Third ? ?'],
    ],
    [
      'of two versions of one pacticipant looks at the contracts of both',
      `${q('Con@1', 'Con@2')}&latestby=cvp`,
      null,
      ['Con 2 Prov ? ?', 'Con 1 Prov 11 false', 'Top 1 Con 1 true'],
    ],
    [
      'of a version that is selected in two ways is that of the version',
      `${q('Top@1')}&q[][pacticipant]=Top&q[][latest]=true&latestby=cvp`,
      true,
      ['Top 1 Con 1 true'],
    ],
    [
      'of a pacticipant that is named twice is that of the pacticipant',
      `${q('Top', 'Top')}&latestby=cvp`,
      true,
      ['Top 1 Con 1 true'],
    ],
    [
      'of one that consumes itself needs its other providers',
      `${q('Own@1')}&latestby=cvp&success[]=true`,
      null,
      ['Own 1 Own 1 true'],
    ],
    ['of two that have no contract is not yes', `${q('Con@1', 'Third')}&latestby=cvp`, null, []],
    ['of two that need nothing is yes', q('Third', 'Prov@10'), true, []],
    [
      'of one that consumes itself counts each row once',
      q('Self@1'),
      true,
      ['Self 1 Self 2 true', 'Self 1 Self 1 true'],
    ],
  ])('%s', async (_, query, deployable, rows) => {
    const answer = await broker.matrix(query);
    const saysYes = answer.texts.some((text) => /^(All required|There are no missing)/.test(text));
    expect({ deployable: answer.deployable, saysYes, rows: answer.rows }).toEqual({
      deployable,
      saysYes: deployable === true,
      rows,
    });
  });

  it.each(['environment=test', 'tag=x&latest=true', 'branch=x&latest=true', 'mainBranch=true&latest=true'])(
    'to a destination is not called unreliable: %s',
    async (destination) => {
      const { texts } = await broker.matrix(`${q('Con@1')}&latestby=cvpv&${destination}`);
      expect(texts).not.toContainEqual(expect.stringContaining('It is recommended to specify'));
    },
  );

  it('counts what is ignored only where something is', async () => {
    const { summary } = await broker.matrix(`${q('Con@1')}&latestby=cvp`);
    expect(summary).toEqual({ ...summary, success: 1, failed: 1, unknown: 0 });
    expect(summary).not.toHaveProperty('ignored');
    const ignoring = await broker.matrix(`${q('Con@1')}&latestby=cvp&ignore[][pacticipant]=Nobody`);
    expect(ignoring.summary).toMatchObject({ success: 1, failed: 1, unknown: 0, ignored: 0 });
    expect(ignoring.texts[0]).toBe('WARN: Cannot ignore any version of Nobody (no such pacticipant exists)');
  });
});

describe('A reason', () => {
  const any = (id: number, pacticipant: string): ResolvedSelector => ({
    ...{ pacticipant, pacticipantId: id, version: undefined, criteria: { pacticipant }, oneOfMany: false },
  });
  const pact = (id: number): MatrixPact => ({
    ...{ publicationId: id, consumerId: 1, consumerName: 'Con', providerId: 2, providerName: 'Prov' },
    ...{
      consumerVersion: { id, number: String(id) },
      pactVersionId: id,
      sha: '',
      revision: 1,
      current: true,
    },
    publishedAt: '',
  });

  it('that several rows have is given once, with all of them', () => {
    const rows = [3, 4].map((id) => ({ pact: pact(id), providerVersion: null, result: null }));
    const { reasons } = verdict({
      ...{ specified: [any(1, 'Con'), any(2, 'Prov')], inferred: [], ignore: undefined, rows },
      ...{ integrations: [], hasDestination: true },
    });
    expect(reasons).toEqual([
      {
        type: 'error',
        text: 'There is no verified pact between any version of Con and any version of Prov',
        rows,
      },
    ]);
  });
});
