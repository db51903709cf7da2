import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { forwardTo } from '@pact-workshop/broker-client/test/forwarding-server.ts';
import { startBroker } from '@pact-workshop/embedded-broker';
import { startBrokerPair, type BrokerPair } from '../test/broker-pair.ts';

let brokers: BrokerPair;
beforeEach(async () => {
  brokers = await startBrokerPair(startBroker);
});
afterEach(() => brokers[Symbol.asyncDispose]());

/** A broker whose answers to "can this go to an environment?" are changed. */
const answering = (url: string, change: (answer: string) => Response) =>
  forwardTo(url, {
    around: async ({ url: path = '' }, forward) => {
      const answer = await forward();
      return /^\/matrix\?.*[?&]environment=/.test(path) ? change(await answer.text()) : answer;
    },
  });
const otherwise = (text: string) =>
  new Response(
    text.replace(/"deployable":(true|false|null)/, (_, was) => `"deployable":${String(was !== 'true')}`),
  );

describe('The comparison of answers', () => {
  it('asks about the head of the main branch, or else the latest version, and about deployed versions', async () => {
    const { source, to, run } = brokers;
    for (const [version, branch] of [
      ['0', 'main'],
      ['1', 'main'],
      ['2', 'f'],
    ] as const)
      await source.publish({ consumer: 'C', version, providers: ['P'], branch });
    await source.describePacticipant('C', { mainBranch: 'main' });
    await source.describeVersion('P', '7', {});
    await source.describeVersion('P', '8', {});
    await source.deploy({ pacticipant: 'C', version: '0', environment: 'production' });
    await source.createEnvironment('uat');
    await using different = await answering(to.url, otherwise);
    const report = await run({ to: different.url });
    expect(report).toMatchObject({ agrees: false, differences: [] });
    const asked = report.verdicts?.differences.map((line) => line.slice(0, line.indexOf(':'))).sort();
    const versions = ['C 0', 'C 1', 'P 8'];
    expect(asked).toEqual(
      versions.flatMap((version) => ['production', 'test', 'uat'].map((place) => `${version} to ${place}`)),
    );
    expect(report.verdicts?.asked).toBe(9);
  });

  it('tells an unknown answer from a no', async () => {
    await brokers.source.publish({ consumer: 'C', version: '1', providers: ['P'], branch: 'main' });
    await brokers.source.deploy({ pacticipant: 'C', version: '1', environment: 'test' });
    await brokers.source.describeVersion('P', '7', {});
    await using denying = await answering(
      brokers.to.url,
      (text) => new Response(text.replace('"deployable":null', '"deployable":false')),
    );
    const { agrees, verdicts } = await brokers.run({ to: denying.url });
    expect(agrees).toBe(false);
    expect(verdicts?.differences.length).toBeGreaterThan(0);
    for (const difference of verdicts?.differences ?? [])
      expect(difference).toMatch(/: unknown \(.*\), at the target no \(/);
  });

  it('reports the error of a broker as its answer, and asks the other questions', async () => {
    await brokers.source.describeVersion('A', '1', {});
    await using refusing = await answering(
      brokers.from.url,
      () => new Response('{"error":"not today"}', { status: 400 }),
    );
    const report = await brokers.run({ from: refusing.url });
    expect(report).toMatchObject({ agrees: false, differences: [], verdicts: { asked: 2 } });
    expect(report.verdicts?.differences).toHaveLength(2);
    expect(report.verdicts?.differences[0]).toMatch(
      /^A 1 to \w+: no answer \(The Pact Broker says: not today .*\), at the target yes \(/,
    );
  });

  it('is skipped in a dry run, and without `check`', async () => {
    await brokers.source.describeVersion('A', '1', {});
    await using different = await answering(brokers.to.url, otherwise);
    const report = await brokers.run({ to: different.url, check: false });
    expect(report).toMatchObject({ agrees: true, verdicts: undefined });
    expect((await brokers.run({ to: different.url, dryRun: true })).verdicts).toBeUndefined();
  });
});
