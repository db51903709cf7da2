import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { embedded } from '@pact-workshop/broker-client';
import { startBroker } from '@pact-workshop/embedded-broker';
import { countOf, startBrokerPair, type BrokerPair } from '../test/broker-pair.ts';
import { consumer, provider, seedShop } from '../test/shop-seed.ts';
import { SameBrokerError } from './index.ts';

let brokers: BrokerPair;
beforeEach(async () => {
  brokers = await startBrokerPair(startBroker);
});
afterEach(() => brokers[Symbol.asyncDispose]());

describe('The mirror', () => {
  it('copies everything, so that both brokers give the same answers', async () => {
    await seedShop(brokers.source);
    const report = await brokers.run();
    expect(report).toMatchObject({ agrees: true, differences: [], verdicts: { differences: [] } });
    expect(report.verdicts?.asked).toBeGreaterThan(3);
    expect(report.counts.filter(({ from: here, to: there }) => here !== there)).toEqual([]);
    expect(countOf(report, 'versions')).toMatchObject({ from: 7, to: 7, carried: 7, onlyThere: 0 });
    expect(countOf(report, 'verification results')).toMatchObject({ from: 6, carried: 6 });
    expect(countOf(report, 'current deployments')).toMatchObject({ from: 2, carried: 2 });
    expect(countOf(report, 'past deployments')).toMatchObject({ from: 1, carried: 1 });
    expect(countOf(report, 'supported releases')).toMatchObject({ from: 1, carried: 1 });
  });

  it('keeps the content of pacts byte for byte', async () => {
    await seedShop(brokers.source);
    await brokers.run();
    for (const version of ['1.0.0+build/1', '2.0.0']) {
      const [here, there] = await Promise.all(
        [brokers.source, brokers.target].map(async (broker) =>
          broker.client.getText(await broker.pactUrl(consumer, version, provider)),
        ),
      );
      const content = (text = '') => text.slice(0, text.indexOf('"createdAt"'));
      expect(content(here)).toContain('"interactions":[{"_id"');
      expect(content(there)).toBe(content(here));
    }
  });

  it('copies the verifier and the test results', async () => {
    await seedShop(brokers.source);
    const verifiedBy = {
      implementation: 'Pact-Rust',
      version: '1.3',
      clientLanguage: { name: 'js', version: '17', testFramework: 'jest' },
    };
    const testResults = [{ interactionId: 'x', success: true }];
    const result = { consumer, version: '2.0.0', provider, providerVersion: '9' };
    await brokers.source.verify({ ...result, verifiedBy, testResults, buildUrl: 'https://ci.example/9' });
    await brokers.run();
    const shown = async (broker: BrokerPair['source']) => {
      const url = `${await broker.pactUrl(consumer, '2.0.0', provider)}/verification-results/latest`;
      const pact = await broker.client.get(await broker.pactUrl(consumer, '2.0.0', provider));
      const link = pact._links?.['pb:latest-verification-results'] as { href: string } | undefined;
      const { verificationDate, _links, ...rest } = await broker.client.get(link?.href ?? url);
      return rest;
    };
    expect(await shown(brokers.target)).toMatchObject({
      providerApplicationVersion: '9',
      buildUrl: 'https://ci.example/9',
    });
    expect(await shown(brokers.target)).toEqual(await shown(brokers.source));
  });

  it('keeps the order of versions over several pages', async () => {
    const versions = Array.from({ length: 210 }, (_, i) => `v${(i * 7919) % 210}`);
    for (const version of versions)
      await brokers.source.publish({ consumer: 'Big', version, providers: ['P'], branch: 'main' });
    const report = await brokers.run({ concurrency: 8 });
    expect(report).toMatchObject({ agrees: true });
    const list = await brokers.target.client.get(`${brokers.to.url}/pacticipants/Big/versions`);
    expect(embedded(list, 'versions').map(({ number }) => number)).toEqual(versions.toReversed());
  });

  it('adds no branch to a version without one, and no main branch to a pacticipant without one', async () => {
    await brokers.source.describeVersion('Plain', '1', { tags: [{ name: 'main' }] });
    await brokers.source.publish({ consumer: 'C', version: '1', providers: ['Plain'], branch: 'main' });
    await brokers.source.describePacticipant('C', { mainBranch: null });
    const report = await brokers.run();
    expect(report).toMatchObject({ agrees: true });
    const plain = await brokers.target.client.get(`${brokers.to.url}/pacticipants/Plain/versions/1`);
    expect(plain._embedded).toMatchObject({ branchVersions: [], tags: [{ name: 'main' }] });
    expect(await brokers.target.client.get(`${brokers.to.url}/pacticipants/C`)).not.toHaveProperty(
      'mainBranch',
    );
  });

  it('only counts in a dry run', async () => {
    await seedShop(brokers.source);
    const report = await brokers.run({ dryRun: true });
    expect(countOf(report, 'versions')).toMatchObject({ from: 7, to: 0, carried: 7 });
    const list = await brokers.target.client.get(`${brokers.to.url}/pacticipants`);
    expect(embedded(list, 'pacticipants')).toEqual([]);
  });

  it('reports the differences between the brokers', async () => {
    await seedShop(brokers.source);
    await brokers.run();
    await brokers.target.verify({
      consumer,
      version: '2.0.0',
      provider,
      providerVersion: '7',
      success: false,
    });
    await brokers.target.publish({ consumer, version: 'own', providers: [provider], branch: 'main' });
    const report = await brokers.run();
    expect(report.agrees).toBe(false);
    expect(report.differences).toContain(`versions: only at the target: ${consumer} own`);
    expect(report.differences).toContain(
      `verification results: only at the target: ${consumer} 2.0.0 beta by ${provider} 7: failure`,
    );
    expect(report.verdicts?.differences.join()).toMatch(/2\.0\.0 to production: yes .*at the target no/);
  });

  it('lists what is not migrated', async () => {
    await seedShop(brokers.source);
    const { notCarried } = await brokers.run();
    expect(notCarried.join('\n')).toMatch(/^dates: .*\nids: .*\nresults: .*pending/);
    expect(notCarried.join('\n')).toContain('--full-history');
    const all = await brokers.run({ fullHistory: true });
    expect(all.notCarried.join('\n')).not.toContain('--full-history');
  });

  it('copies past deployments and ended releases with `fullHistory`', async () => {
    const { release } = await seedShop(brokers.source);
    await brokers.source.endSupport(release);
    const first = await brokers.run({ fullHistory: true });
    expect(countOf(first, 'past deployments')).toMatchObject({ from: 1, to: 1 });
    expect(countOf(first, 'ended releases')).toMatchObject({ from: 1, to: 1 });
    expect(countOf(await brokers.run({ fullHistory: true }), 'past deployments')).toMatchObject({
      to: 1,
      onlyThere: 0,
    });
  });

  it('refuses to copy a broker to itself', async () => {
    await expect(brokers.run({ to: `${brokers.from.url}/` })).rejects.toThrow(SameBrokerError);
  });
});
