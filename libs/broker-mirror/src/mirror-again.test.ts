import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BrokerSeed } from '@pact-workshop/broker-client/test/broker-seed.ts';
import { forwardTo } from '@pact-workshop/broker-client/test/forwarding-server.ts';
import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import { consumer, provider, seedShop } from '../test/shop-seed.ts';
import { mirror, MirrorInterruptedError, type MirrorReport } from './index.ts';

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
const seed = () => seedShop(source);

describe('Another run of the mirror, or one with failures,', () => {
  it('continues an interrupted run, and copies nothing twice', async () => {
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

  it('copies only new content', async () => {
    const { deployment, release } = await seed();
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
    await source.deploy({ environment: 'production', pacticipant: consumer, version: '3' });
    await source.undeploy(deployment);
    await source.endSupport(release);
    const report = await run();
    expect(report.differences).toEqual([]);
    expect(report.agrees).toBe(true);
    expect(countOf(report, 'versions')).toMatchObject({ carried: 1 });
    expect(countOf(report, 'verification results')).toMatchObject({ from: 8, to: 8, carried: 2 });
    expect(countOf(report, 'current deployments')).toMatchObject({ from: 1, to: 1, onlyThere: 0 });
    expect(countOf(report, 'supported releases')).toMatchObject({ from: 0, to: 0, onlyThere: 0 });
  });

  it('moves the head of a branch to the version of the source', async () => {
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

  it('publishes a result only once if the answer is lost', async () => {
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

  it('repeats a request after a failure of the target', async () => {
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

  it('continues after a refusal of the target, and reports it', async () => {
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
});
