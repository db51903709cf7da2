import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { Learner } from '../../test/workshop-process.ts';
import { lookAtPort } from './ports.ts';
import { lookAtNode, lookForProgram } from './programs.ts';
import { lookAtProxy } from './proxy.ts';

describe('The doctor', () => {
  it("finds a machine that can run these tests well, down to Pact's library at work", async () => {
    const learner = new Learner();
    const { code, stdout } = await learner.workshop('doctor');
    await learner.leave();
    expect(code).toBe(0);
    expect(stdout).toMatch(/✔ Node +v2\d/);
    expect(stdout).toMatch(/✔ git +git version/);
    expect(stdout).toMatch(/✔ make +GNU Make|✔ make/);
    expect(stdout).toMatch(/✔ Pact's library +@pact-foundation\/pact \S+ loads and verifies/);
    expect(stdout).toMatch(/\nNext: /);
  });

  it('tells what is missing, and what to do', async () => {
    expect(lookAtNode('v20.11.0', '/usr/bin/node')).toMatchObject({
      state: 'bad',
      found: 'v20.11.0 (/usr/bin/node)',
      advice: expect.stringContaining('make install') as unknown,
    });
    expect(await lookForProgram('no-such-program', 'Install it.')).toMatchObject({
      state: 'bad',
      advice: 'Install it.',
    });
  });

  it('tells a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await lookAtPort(port, 'the page', 'Stop it.')).toMatchObject({
      state: 'note',
      found: 'taken (the page)',
      advice: 'Stop it.',
    });
    server.close();
    await once(server, 'close');
    expect(await lookAtPort(port, 'the page', 'Stop it.')).toMatchObject({ state: 'good' });
  });

  it.each([
    [{}, 'good'],
    [{ HTTP_PROXY: 'http://proxy:3128' }, 'note'],
    [{ HTTP_PROXY: 'http://proxy:3128', NO_PROXY: '127.0.0.1' }, 'good'],
  ])('looks at the proxy in %j', (env, state) => {
    expect(lookAtProxy(env).state).toBe(state);
  });
});
