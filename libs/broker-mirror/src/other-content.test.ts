import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startBroker } from '@pact-workshop/embedded-broker';
import { countOf, startBrokerPair, type BrokerPair } from '../test/broker-pair.ts';

let brokers: BrokerPair;
beforeEach(async () => {
  brokers = await startBrokerPair(startBroker);
});
afterEach(() => brokers[Symbol.asyncDispose]());

const inProduction = (pacticipant: string, version: string) => ({
  environment: 'production',
  pacticipant,
  version,
});

describe('Other content of the target', () => {
  it('does not change for a pacticipant that the source does not have', async () => {
    const { source, target, run } = brokers;
    await source.publish({ consumer: 'C', version: '1', providers: ['P'], branch: 'main' });
    await target.publish({ consumer: 'Other', version: '1', providers: ['P'], branch: 'main', tags: ['t'] });
    await target.describeVersion('Released', '1', {});
    await target.deploy(inProduction('Other', '1'));
    await target.release(inProduction('Released', '1'));
    const report = await run();
    expect(report).toMatchObject({ agrees: true, differences: [] });
    expect(countOf(report, 'pacticipants')).toMatchObject({ from: 2, to: 2, carried: 1, onlyThere: 2 });
    expect(countOf(report, 'versions')).toMatchObject({ from: 1, to: 1, onlyThere: 0 });
    expect(await target.environmentsOf('Other', '1')).toEqual(['Production']);
    expect(await target.environmentsOf('Released', '1')).toEqual(['Production']);
  });

  it('ends if the source has other live versions of the pacticipant', async () => {
    const { source, target, run } = brokers;
    for (const version of ['1', '2'])
      await source.publish({ consumer: 'C', version, providers: ['P'], branch: 'main' });
    await source.deploy(inProduction('C', '1'));
    await source.release(inProduction('C', '1'));
    await run();
    await target.deploy({ ...inProduction('C', '2'), applicationInstance: 'eu' });
    await target.release(inProduction('C', '2'));
    const report = await run();
    expect(report).toMatchObject({ agrees: true, differences: [] });
    expect(await target.environmentsOf('C', '1')).toEqual(['Production']);
    expect(await target.environmentsOf('C', '2')).toEqual([]);
  });

  it('is not a difference if it has ended', async () => {
    const { source, target, run } = brokers;
    for (const version of ['1', '2'])
      await source.publish({ consumer: 'C', version, providers: ['P'], branch: 'main' });
    await source.deploy(inProduction('C', '1'));
    await run();
    await target.undeploy(await target.deploy({ ...inProduction('C', '1'), applicationInstance: 'eu' }));
    const report = await run();
    expect(countOf(report, 'past deployments')).toMatchObject({ from: 0, onlyThere: 1 });
    expect(report).toMatchObject({ agrees: true, differences: [] });
  });

  it('is reported if it decides which version is the latest: another order of versions', async () => {
    const { source, target, run } = brokers;
    await source.describeVersion('C', '1', {});
    await source.describeVersion('C', '2', {});
    await target.describeVersion('C', '2', {});
    await target.describeVersion('C', '1', {});
    const report = await run();
    expect(report).toMatchObject({
      agrees: false,
      differences: ["the order of C's versions: 2 is in the place of 1"],
    });
    expect((await run({ dryRun: true })).differences).toEqual([]);
  });

  it('prevents the copy of older results, as the latest result must stay the latest', async () => {
    const { source, target, run } = brokers;
    await source.publish({ consumer: 'C', version: '1', providers: ['P'], branch: 'main' });
    await run();
    const result = { consumer: 'C', version: '1', provider: 'P', providerVersion: '7' };
    await target.verify(result);
    await source.verify({ ...result, success: false });
    await source.verify(result);
    const report = await run();
    expect(report.agrees).toBe(false);
    expect(countOf(report, 'verification results')).toMatchObject({ from: 2, to: 1, carried: 0 });
    expect(report.notCarried).toContain(
      "results: 1 that are older than the target's result of the same version",
    );
  });
});
