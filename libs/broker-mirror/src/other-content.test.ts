import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startBroker } from '@pact-workshop/embedded-broker';
import { countOf, startSides, type MirrorSides } from '../test/mirror-sides.ts';

let sides: MirrorSides;
beforeEach(async () => {
  sides = await startSides(startBroker);
});
afterEach(() => sides[Symbol.asyncDispose]());

const inProduction = (pacticipant: string, version: string) => ({
  environment: 'production',
  pacticipant,
  version,
});

describe('What the target has besides', () => {
  it('stays where it is of a pacticipant that the source does not know', async () => {
    const { source, target, run } = sides;
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

  it('ends where the source says otherwise of a pacticipant that it knows', async () => {
    const { source, target, run } = sides;
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

  it('is no difference where it is past', async () => {
    const { source, target, run } = sides;
    for (const version of ['1', '2'])
      await source.publish({ consumer: 'C', version, providers: ['P'], branch: 'main' });
    await source.deploy(inProduction('C', '1'));
    await run();
    await target.undeploy(await target.deploy({ ...inProduction('C', '1'), applicationInstance: 'eu' }));
    const report = await run();
    expect(countOf(report, 'past deployments')).toMatchObject({ from: 0, onlyThere: 1 });
    expect(report).toMatchObject({ agrees: true, differences: [] });
  });

  it('is told where it decides what is latest: versions in another order', async () => {
    const { source, target, run } = sides;
    await source.describeVersion('C', '1', {});
    await source.describeVersion('C', '2', {});
    await target.describeVersion('C', '2', {});
    await target.describeVersion('C', '1', {});
    const report = await run();
    expect(report).toMatchObject({
      agrees: false,
      differences: ["the order of C's versions: 2 stands where 1 is due"],
    });
    expect((await run({ dryRun: true })).differences).toEqual([]);
  });

  it('keeps older results from coming, as the last word must stay the last', async () => {
    const { source, target, run } = sides;
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
      'results: 1 that are older than what the target has of the same version',
    );
  });
});
