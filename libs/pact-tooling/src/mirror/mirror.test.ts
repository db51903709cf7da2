import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import { BrokerSeed } from '../../test/broker-seed.ts';
import { forwardTo } from '../../test/forwarding-server.ts';
import { embedded } from '../broker/index.ts';
import { recordDeployment, recordRelease, recordSupportEnded, recordUndeployment } from '../index.ts';
import {
  formatMirrorReport,
  mirror,
  MirrorInterruptedError,
  SameBrokerError,
  type MirrorReport,
} from './index.ts';

const consumer = 'Shop 🛒/front end';
const provider = 'Stock/v2';

let from: RunningBroker;
let to: RunningBroker;
let source: BrokerSeed;
let target: BrokerSeed;
beforeEach(async () => {
  [from, to] = await Promise.all([startBroker(), startBroker()]);
  [source, target] = [new BrokerSeed(from.url), new BrokerSeed(to.url)];
});
afterEach(async () => {
  await Promise.all([from.close(), to.close()]);
});

const run = (more: object = {}) => mirror({ from: from.url, to: to.url, ...more });
const countOf = ({ counts }: MirrorReport, what: string) => counts.find((count) => count.what === what);

/** Two contents over four versions, results of both outcomes, branches, tags, deployments, releases. */
async function seed(): Promise<void> {
  const versions = ['1.0.0+build/1', '1.0.0+build/2', '2.0.0 beta', '2.0.0'];
  for (const [i, version] of versions.entries()) {
    await source.publish({
      consumer,
      version,
      providers: [provider, 'Billing'],
      body: i < 2 ? '{"10":1.0,"2":1}' : '{"10":2,"2":"é€"}',
      branch: i === 2 ? 'feat/ü' : 'main',
      tags: i === 3 ? ['prod', 'a/b'] : ['test'],
      buildUrl: `https://ci.example/${i}`,
    });
  }
  await source.describePacticipant(consumer, {
    displayName: 'The shop',
    repositoryUrl: 'https://git.example/shop',
  });
  const result = { consumer, provider, providerVersion: '7' };
  for (const success of [true, false, true]) {
    await source.verify({ ...result, version: '1.0.0+build/1', success, buildUrl: 'https://ci.example/p' });
  }
  await source.verify({ ...result, version: '2.0.0', providerVersion: '8', success: false });
  await source.verify({ ...result, version: '2.0.0', providerVersion: '7' });
  await source.verify({ consumer, provider: 'Billing', version: '2.0.0', providerVersion: 'b1' });
  await source.addToBranch(provider, '7', 'main');
  await source.addToBranch(provider, '8', 'main');
  const place = { broker: from.url, environment: 'production' };
  await recordDeployment({ ...place, pacticipant: provider, version: '8', applicationInstance: 'eu' });
  await recordDeployment({ ...place, pacticipant: provider, version: '7', applicationInstance: 'eu' });
  await recordDeployment({ ...place, pacticipant: consumer, version: '2.0.0' });
  await recordRelease({ ...place, pacticipant: 'Billing', version: 'b1' });
}

describe('The mirror', () => {
  it('carries everything, so that both brokers answer alike', async () => {
    await seed();
    const report = await run();
    expect(report).toMatchObject({ agrees: true, differences: [], verdicts: { differences: [] } });
    expect(report.verdicts?.asked).toBeGreaterThan(3);
    expect(report.counts.filter(({ from: here, to: there }) => here !== there)).toEqual([]);
    expect(countOf(report, 'versions')).toMatchObject({ from: 7, to: 7, carried: 7, onlyThere: 0 });
    expect(countOf(report, 'verification results')).toMatchObject({ from: 6, carried: 6 });
    expect(countOf(report, 'current deployments')).toMatchObject({ from: 2, carried: 2 });
    expect(countOf(report, 'supported releases')).toMatchObject({ from: 1, carried: 1 });
    expect(formatMirrorReport(report)).toContain('✅ Both sides agree.');
  });

  it('keeps the content of pacts byte for byte', async () => {
    await seed();
    await run();
    for (const version of ['1.0.0+build/1', '2.0.0']) {
      const [here, there] = await Promise.all(
        [source, target].map(async (side) =>
          side.client.getText(await side.pactUrl(consumer, version, provider)),
        ),
      );
      const content = (text = '') => text.slice(0, text.indexOf('"createdAt"'));
      expect(content(here)).toContain('"interactions":[{"_id"');
      expect(content(there)).toBe(content(here));
    }
  });

  it('carries who verified, with which tests', async () => {
    await seed();
    const verifiedBy = {
      implementation: 'Pact-Rust',
      version: '1.3',
      clientLanguage: { name: 'js', version: '17', testFramework: 'jest' },
    };
    const testResults = [{ interactionId: 'x', success: true }];
    const result = { consumer, version: '2.0.0', provider, providerVersion: '9' };
    await source.verify({ ...result, verifiedBy, testResults, buildUrl: 'https://ci.example/9' });
    await run();
    const shown = async (side: BrokerSeed) => {
      const url = `${await side.pactUrl(consumer, '2.0.0', provider)}/verification-results/latest`;
      const pact = await side.client.get(await side.pactUrl(consumer, '2.0.0', provider));
      const link = pact._links?.['pb:latest-verification-results'] as { href: string } | undefined;
      const { verificationDate, _links, ...rest } = await side.client.get(link?.href ?? url);
      return rest;
    };
    expect(await shown(target)).toMatchObject({
      providerApplicationVersion: '9',
      buildUrl: 'https://ci.example/9',
    });
    expect(await shown(target)).toEqual(await shown(source));
  });

  it('goes on where it was stopped, and carries nothing twice', async () => {
    await seed();
    const stop = new AbortController();
    const stopped = run({
      signal: stop.signal,
      concurrency: 1,
      onProgress: ({ phase, done }: { phase: string; done: number }) => {
        if (phase === 'carrying' && done === 8) stop.abort();
      },
    });
    await expect(stopped).rejects.toThrow(MirrorInterruptedError);
    const rest = await run();
    expect(rest.agrees).toBe(true);
    const results = countOf(rest, 'verification results');
    expect(results?.carried).toBeGreaterThan(0);
    expect(results?.carried).toBeLessThan(6);
    expect(countOf(await run(), 'verification results')).toMatchObject({ to: 6, carried: 0, onlyThere: 0 });
  });

  it('carries what came later, and nothing else', async () => {
    await seed();
    await run();
    await source.publish({ consumer, version: '3', providers: [provider], branch: 'main' });
    await source.verify({ consumer, version: '3', provider, providerVersion: '7' });
    await source.verify({
      consumer,
      version: '1.0.0+build/1',
      provider,
      providerVersion: '7',
      success: false,
    });
    const place = { broker: from.url, environment: 'production' };
    await recordDeployment({ ...place, pacticipant: consumer, version: '3' });
    await recordUndeployment({ ...place, pacticipant: provider, applicationInstance: 'eu' });
    await recordSupportEnded({ ...place, pacticipant: 'Billing', version: 'b1' });
    const report = await run();
    expect(report.differences).toEqual([]);
    expect(report.agrees).toBe(true);
    expect(countOf(report, 'versions')).toMatchObject({ carried: 1 });
    expect(countOf(report, 'verification results')).toMatchObject({ from: 8, to: 8, carried: 2 });
    expect(countOf(report, 'current deployments')).toMatchObject({ from: 1, to: 1, onlyThere: 0 });
    expect(countOf(report, 'supported releases')).toMatchObject({ from: 0, to: 0, onlyThere: 0 });
  });

  it('keeps the order of 500 versions', async () => {
    const versions = Array.from({ length: 500 }, (_, i) => `v${(i * 7919) % 500}`);
    for (const version of versions)
      await source.publish({ consumer: 'Big', version, providers: ['P'], branch: 'main' });
    const report = await run({ concurrency: 8 });
    expect(report).toMatchObject({ agrees: true });
    const list = await target.client.get(`${to.url}/pacticipants/Big/versions`);
    expect(embedded(list, 'versions').map(({ number }) => number)).toEqual(versions.toReversed());
  }, 60_000);

  it('moves the head of a branch to where it is at the source', async () => {
    for (const version of ['1', '2'])
      await source.publish({ consumer: 'C', version, providers: ['P'], branch: 'main' });
    await source.addToBranch('C', '1', 'other');
    await source.addToBranch('C', '2', 'other');
    await run();
    const url = `${from.url}/pacticipants/C/branches/other/versions/1`;
    await source.client.delete(url);
    await source.client.put(url, {});
    const report = await run();
    expect(report).toMatchObject({ agrees: true });
    const head = await target.client.get(`${to.url}/pacticipants/C/branches/other/latest-version`);
    expect(head['number']).toBe('1');
  });

  it('leaves a version without a branch, and a pacticipant without a main branch', async () => {
    await source.describeVersion('Plain', '1', { tags: [{ name: 'main' }] });
    await source.publish({ consumer: 'C', version: '1', providers: ['Plain'], branch: 'main' });
    await source.describePacticipant('C', { mainBranch: null });
    const report = await run();
    expect(report).toMatchObject({ agrees: true });
    const plain = await target.client.get(`${to.url}/pacticipants/Plain/versions/1`);
    expect(plain._embedded).toMatchObject({ branchVersions: [], tags: [{ name: 'main' }] });
    expect(await target.client.get(`${to.url}/pacticipants/C`)).not.toHaveProperty('mainBranch');
  });

  it('publishes no result twice when the answer to it is lost', async () => {
    await seed();
    let lost = 0;
    await using flaky = await forwardTo(to.url, {
      around: async ({ method, url = '' }, forward) => {
        const answer = await forward();
        const isResult = method === 'POST' && url.endsWith('/verification-results');
        return isResult && lost++ === 1 ? 'broken connection' : answer;
      },
    });
    const report = await run({ to: flaky.url });
    expect(lost).toBeGreaterThan(1);
    expect(report.differences).toEqual([]);
    expect(countOf(report, 'verification results')).toMatchObject({ from: 6, to: 6, onlyThere: 0 });
  });

  it('asks again after a failure of the target', async () => {
    await seed();
    let failures = 3;
    await using flaky = await forwardTo(to.url, {
      around: ({ method }, forward) =>
        method !== 'GET' && failures-- > 0
          ? Promise.resolve(new Response('{"error":"busy"}', { status: 500 }))
          : forward(),
    });
    expect(await run({ to: flaky.url })).toMatchObject({ agrees: true });
    expect(failures).toBeLessThan(0);
  });

  it('goes on after what the target refuses, and says so', async () => {
    await seed();
    await using strict = await forwardTo(to.url, {
      around: ({ method, url = '' }, forward) =>
        method === 'POST' && url.endsWith('/verification-results')
          ? Promise.resolve(new Response('{"error":"not from you"}', { status: 400 }))
          : forward(),
    });
    const report = await run({ to: strict.url });
    expect(report.agrees).toBe(false);
    expect(countOf(report, 'versions')).toMatchObject({ from: 7, to: 7 });
    expect(countOf(report, 'verification results')).toMatchObject({ from: 6, to: 0 });
    expect(report.notCarried.join('\n')).toContain(
      `the result of ${provider} 8 for the pact of ${consumer} 2.0.0 beta: The Pact Broker says: not from you`,
    );
  });

  it('only counts in a dry run', async () => {
    await seed();
    const report = await run({ dryRun: true });
    expect(countOf(report, 'versions')).toMatchObject({ from: 7, to: 0, carried: 7 });
    expect(formatMirrorReport(report)).toContain('Dry run: nothing was written.');
    const list = await target.client.get(`${to.url}/pacticipants`);
    expect(embedded(list, 'pacticipants')).toEqual([]);
  });

  it('says where the sides differ', async () => {
    await seed();
    await run();
    await target.verify({ consumer, version: '2.0.0', provider, providerVersion: '7', success: false });
    await target.publish({ consumer, version: 'own', providers: [provider], branch: 'main' });
    const report = await run();
    expect(report.agrees).toBe(false);
    expect(report.differences).toContain(`versions: only at the target: ${consumer} own`);
    expect(report.differences).toContain(
      `verification results: only at the target: ${consumer} 2.0.0 beta by ${provider} 7: failure`,
    );
    expect(report.verdicts?.differences.join()).toMatch(/2\.0\.0 to production: yes .*at the target no/);
  });

  it('lists what does not come along', async () => {
    await seed();
    const { notCarried } = await run();
    expect(notCarried.join('\n')).toMatch(/^dates: .*\nids: .*\nresults: .*pending/);
    expect(notCarried.join('\n')).toContain('--full-history');
    const all = await run({ fullHistory: true });
    expect(all.notCarried.join('\n')).not.toContain('--full-history');
  });

  it('carries past deployments and ended releases when asked to look for them', async () => {
    await seed();
    await recordSupportEnded({
      broker: from.url,
      environment: 'production',
      pacticipant: 'Billing',
      version: 'b1',
    });
    const first = await run({ fullHistory: true });
    expect(countOf(first, 'past deployments')).toMatchObject({ from: 1, to: 1 });
    expect(countOf(first, 'ended releases')).toMatchObject({ from: 1, to: 1 });
    expect(countOf(await run({ fullHistory: true }), 'past deployments')).toMatchObject({
      to: 1,
      onlyThere: 0,
    });
  });

  it('refuses to fill a broker from itself', async () => {
    await expect(run({ to: `${from.url}/` })).rejects.toThrow(SameBrokerError);
  });
});
