import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { Learner } from '../../test/workshop-process.ts';
import { brokerPort, checkBroker } from './broker.ts';
import { checkPort } from './ports.ts';
import { judgeGit, checkNode, checkProgram } from './programs.ts';
import { checkProxy } from './proxy.ts';

describe('The doctor', () => {
  it("reports no problem on a machine that runs these tests, Pact's library included", async () => {
    const learner = new Learner();
    const { code, stdout } = await learner.workshop('doctor');
    await learner.leave();
    expect(code).toBe(0);
    expect(stdout).toMatch(/✔ Node +v2\d/);
    expect(stdout).toMatch(/✔ git +git version/);
    expect(stdout).toMatch(/✔ bash +GNU bash/);
    expect(stdout).toMatch(/port 0 /);
    expect(stdout).toMatch(/✔ make +GNU Make|✔ make/);
    expect(stdout).toMatch(/✔ Pact's library +@pact-foundation\/pact \S+ loads and verifies/);
    expect(stdout).toMatch(/\nNext: /);
  });

  it('reports what is missing, with advice', async () => {
    expect(checkNode('v20.11.0', '/usr/bin/node')).toMatchObject({
      state: 'bad',
      found: 'v20.11.0 (/usr/bin/node)',
      advice: expect.stringContaining('make install') as unknown,
    });
    expect(await checkProgram('no-such-program', 'Install it.')).toMatchObject({
      state: 'bad',
      advice: 'Install it.',
    });
  });

  it.each([
    ['git version 2.27.1', 'bad'],
    ['git version 1.99.0', 'bad'],
    ['git version 2.28.0', 'good'],
    ['git version 2.39.5 (Apple Git-154)', 'good'],
    ['git version 3.0.0', 'good'],
  ])('requires a git that can name the first branch: %s', (found, state) => {
    const finding = judgeGit({ name: 'git', state: 'good', found }, 'Install a newer git.');
    expect(finding.state).toBe(state);
    expect(finding.advice).toBe(state === 'bad' ? 'Install a newer git.' : undefined);
  });

  it('reports a broker that the shell names, without its secrets', () => {
    expect(checkBroker({})).toMatchObject({ state: 'good' });
    const finding = checkBroker({ PACT_BROKER_BASE_URL: 'https://broker', PACT_BROKER_TOKEN: 'secret' });
    expect(finding).toMatchObject({
      state: 'note',
      found: expect.stringContaining('PACT_BROKER_TOKEN') as unknown,
    });
    expect(JSON.stringify(finding)).not.toContain('secret');
  });

  it('checks the port that the broker will use', () => {
    expect([{}, { PACT_BROKER_PORT: '9393' }, { PACT_BROKER_PORT: 'x' }].map(brokerPort)).toEqual([
      9292, 9393, 9292,
    ]);
  });

  it('reports a port that is in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await checkPort(port, 'the page', 'Stop it.')).toMatchObject({
      state: 'note',
      found: 'in use (the page)',
      advice: 'Stop it.',
    });
    server.close();
    await once(server, 'close');
    expect(await checkPort(port, 'the page', 'Stop it.')).toMatchObject({ state: 'good' });
  });

  it.each([
    [{}, 'good'],
    [{ HTTP_PROXY: 'http://proxy:3128' }, 'note'],
    [{ HTTP_PROXY: 'http://proxy:3128', NO_PROXY: '127.0.0.1' }, 'good'],
  ])('checks the proxy in %j', (env, state) => {
    expect(checkProxy(env).state).toBe(state);
  });
});
