import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BrokerSeed } from '@pact-workshop/broker-client/test/broker-seed.ts';
import { forwardTo } from '@pact-workshop/broker-client/test/forwarding-server.ts';
import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import { command } from '../../test/command-line.ts';

function start(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [command, 'mirror', ...args], {
    env: { PATH: process.env['PATH'], ...env },
  });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const result = async () => {
    const [[stdout, stderr], code] = await Promise.all([output, ended]);
    return { code, stdout, stderr };
  };
  return { child, result };
}

describe('pact-tooling mirror', () => {
  let from: RunningBroker;
  let to: RunningBroker;
  beforeEach(async () => {
    const writer = (name: string) => ({
      basicAuth: { writer: { username: name, password: `${name}'s secret` } },
    });
    [from, to] = await Promise.all([startBroker(), startBroker(writer('target'))]);
    const seed = new BrokerSeed(from.url);
    for (const version of ['1', '2', '3'])
      await seed.publish({ consumer: 'C', version, providers: ['P'], branch: 'main' });
  });
  afterEach(async () => {
    await Promise.all([from.close(), to.close()]);
  });
  const password = { PACT_BROKER_TO_PASSWORD: "target's secret" };

  it('copies, prints a report, and prints no secrets', async () => {
    const args = ['--from', from.url, '--to', to.url, '--to-username', 'target'];
    const { code, stdout, stderr } = await start(args, password).result();
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^❯ Read both brokers\n✔ Read both brokers\n❯ Copy versions, pacts and results\n› 1 of 3\n/,
    );
    expect(stderr).toMatch(
      /\n✔ Copy versions, pacts and results\n❯ Compare both brokers\n✔ Compare both brokers\n$/,
    );
    expect(stdout).toMatch(/\nversions +3 +3 +3 +0\n/);
    expect(stdout).toContain('✅ Both brokers agree.');
    expect(stdout + stderr).not.toContain('secret');
    const again = await start([...args, '-o', 'json'], password).result();
    expect(JSON.parse(again.stdout)).toMatchObject({ agrees: true, dryRun: false });
  });

  it('takes addresses and credentials from its own variables, never from those of the other commands', async () => {
    const own = {
      PACT_BROKER_FROM_BASE_URL: from.url,
      PACT_BROKER_TO_BASE_URL: to.url,
      PACT_BROKER_TO_USERNAME: 'target',
    };
    expect(await start([], { ...own, ...password }).result()).toMatchObject({ code: 0 });
    const others = { PACT_BROKER_USERNAME: 'target', PACT_BROKER_PASSWORD: "target's secret" };
    const { code, stderr } = await start(['--from', from.url, '--to', to.url], others).result();
    expect(code).toBe(1);
    expect(stderr).toContain('❌ The Pact Broker at');
    expect(stderr).toContain('(401)');
  });

  it('exits with 1 if the brokers do not agree', async () => {
    await using open = await startBroker();
    await new BrokerSeed(open.url).publish({
      consumer: 'C',
      version: 'own',
      providers: ['P'],
      branch: 'main',
    });
    const { code, stdout } = await start(['--from', from.url, '--to', open.url]).result();
    expect(code).toBe(1);
    expect(stdout).toContain('❌ The brokers do not agree.');
  });

  it('stops on Ctrl-C after the running requests, and says how to continue', async () => {
    await using open = await startBroker();
    const signalled = Promise.withResolvers<void>();
    const writing = Promise.withResolvers<void>();
    await using slow = await forwardTo(open.url, {
      around: async ({ url = '' }, forward) => {
        if (url !== '/contracts/publish') return forward();
        writing.resolve();
        await signalled.promise;
        return forward();
      },
    });
    const { child, result } = start(['--from', from.url, '--to', slow.url]);
    await writing.promise;
    const stopping = new Promise<void>((resolve) => {
      child.stderr.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('Stopping')) resolve();
      });
    });
    child.kill('SIGINT');
    await stopping;
    signalled.resolve();
    const { code, stderr } = await result();
    expect(code).toBe(130);
    expect(stderr).toContain('Run the same command again to continue.');
    const list = await new BrokerSeed(open.url).client.get(`${open.url}/pacticipants/C/versions`);
    expect(list._embedded?.['versions']).toHaveLength(1);
  });

  it.each([
    [['--from', 'http://127.0.0.1:1'], "required option '--to <url>' not specified"],
    [['--from', 'nonsense', '--to', 'http://127.0.0.1:1'], 'is "nonsense", which is not a valid http(s) URL'],
    [['--from', 'http://a', '--to', 'http://b', '--concurrency', '0'], 'at least 1 is expected'],
  ])('fails with a message for %j', async (args, message) => {
    const { code, stderr } = await start(args).result();
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});
