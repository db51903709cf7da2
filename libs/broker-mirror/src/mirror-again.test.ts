import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { forwardTo } from '@pact-workshop/broker-client/test/forwarding-server.ts';
import { startBroker } from '@pact-workshop/embedded-broker';
import { countOf, startBrokerPair, type BrokerPair } from '../test/broker-pair.ts';
import { consumer, provider, seedShop } from '../test/shop-seed.ts';
import { MirrorInterruptedError } from './index.ts';

let brokers: BrokerPair;
beforeEach(async () => {
  brokers = await startBrokerPair(startBroker);
});
afterEach(() => brokers[Symbol.asyncDispose]());

describe('Another run of the mirror, or one with failures,', () => {
  it('continues an interrupted run, and copies nothing twice', async () => {
    await seedShop(brokers.source);
    const stop = new AbortController();
    const stopped = brokers.run({
      signal: stop.signal,
      concurrency: 1,
      onProgress: ({ phase, done }: { phase: string; done: number }) => {
        if (phase === 'carrying' && done === 8) stop.abort();
      },
    });
    await expect(stopped).rejects.toThrow(MirrorInterruptedError);
    const rest = await brokers.run();
    expect(rest.agrees).toBe(true);
    const results = countOf(rest, 'verification results');
    expect(results?.carried).toBeGreaterThan(0);
    expect(results?.carried).toBeLessThan(6);
    expect(countOf(await brokers.run(), 'verification results')).toMatchObject({
      to: 6,
      carried: 0,
      onlyThere: 0,
    });
  });

  it('copies only new content', async () => {
    const { deployment, release } = await seedShop(brokers.source);
    await brokers.run();
    await brokers.source.publish({ consumer, version: '3', providers: [provider], branch: 'main' });
    await brokers.source.verify({ consumer, version: '3', provider, providerVersion: '7' });
    await brokers.source.verify({
      consumer,
      version: '1.0.0+build/1',
      provider,
      providerVersion: '7',
      success: false,
    });
    await brokers.source.deploy({ environment: 'production', pacticipant: consumer, version: '3' });
    await brokers.source.undeploy(deployment);
    await brokers.source.endSupport(release);
    const report = await brokers.run();
    expect(report.differences).toEqual([]);
    expect(report.agrees).toBe(true);
    expect(countOf(report, 'versions')).toMatchObject({ carried: 1 });
    expect(countOf(report, 'verification results')).toMatchObject({ from: 8, to: 8, carried: 2 });
    expect(countOf(report, 'current deployments')).toMatchObject({ from: 1, to: 1, onlyThere: 0 });
    expect(countOf(report, 'supported releases')).toMatchObject({ from: 0, to: 0, onlyThere: 0 });
  });

  it('moves the head of a branch to the version of the source', async () => {
    for (const version of ['1', '2'])
      await brokers.source.publish({ consumer: 'C', version, providers: ['P'], branch: 'main' });
    await brokers.source.addToBranch('C', '1', 'other');
    await brokers.source.addToBranch('C', '2', 'other');
    await brokers.run();
    const url = `${brokers.from.url}/pacticipants/C/branches/other/versions/1`;
    await brokers.source.client.delete(url);
    await brokers.source.client.put(url, {});
    const report = await brokers.run();
    expect(report).toMatchObject({ agrees: true });
    const head = await brokers.target.client.get(
      `${brokers.to.url}/pacticipants/C/branches/other/latest-version`,
    );
    expect(head['number']).toBe('1');
  });

  it('publishes a result only once if the answer is lost', async () => {
    await seedShop(brokers.source);
    let lost = 0;
    await using flaky = await forwardTo(brokers.to.url, {
      around: async ({ method, url = '' }, forward) => {
        const answer = await forward();
        const isResult = method === 'POST' && url.endsWith('/verification-results');
        return isResult && lost++ === 1 ? 'broken connection' : answer;
      },
    });
    const report = await brokers.run({ to: flaky.url });
    expect(lost).toBeGreaterThan(1);
    expect(report.differences).toEqual([]);
    expect(countOf(report, 'verification results')).toMatchObject({ from: 6, to: 6, onlyThere: 0 });
  });

  it('repeats a request after a failure of the target', async () => {
    await seedShop(brokers.source);
    let failures = 3;
    await using flaky = await forwardTo(brokers.to.url, {
      around: ({ method }, forward) =>
        method !== 'GET' && failures-- > 0
          ? Promise.resolve(new Response('{"error":"busy"}', { status: 500 }))
          : forward(),
    });
    expect(await brokers.run({ to: flaky.url })).toMatchObject({ agrees: true });
    expect(failures).toBeLessThan(0);
  });

  it('continues after a refusal of the target, and reports it', async () => {
    await seedShop(brokers.source);
    await using strict = await forwardTo(brokers.to.url, {
      around: ({ method, url = '' }, forward) =>
        method === 'POST' && url.endsWith('/verification-results')
          ? Promise.resolve(new Response('{"error":"not from you"}', { status: 400 }))
          : forward(),
    });
    const report = await brokers.run({ to: strict.url });
    expect(report.agrees).toBe(false);
    expect(countOf(report, 'versions')).toMatchObject({ from: 7, to: 7 });
    expect(countOf(report, 'verification results')).toMatchObject({ from: 6, to: 0 });
    expect(report.notCarried.join('\n')).toContain(
      `the result of ${provider} 8 for the pact of ${consumer} 2.0.0 beta: The Pact Broker says: not from you`,
    );
  });
});
