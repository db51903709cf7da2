import { createServer } from 'node:http';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Learner } from '../../test/workshop-process.ts';

describe('workshop open', () => {
  let learner: Learner;
  beforeEach(() => {
    learner = new Learner();
  });
  afterEach(() => learner.leave());

  const address = /The workshop is at (?<url>http:\/\/127\.0\.0\.1:\d+)/;

  it('lays out the first lesson, serves the page, prints the result of each save, and ends at once with Ctrl-C', async () => {
    const open = learner.open('open', '--port', '0');
    const url = (await open.until(address)).groups?.['url'] ?? '';
    await open.until(/✘ The greeter says hello[^]*Next:/);
    writeFileSync(join(learner.playground, 'apps/greeter/greeting.txt'), 'hello\n');
    await open.until(/✔ The greeter says hello/);
    expect(await (await fetch(`${url}/lessons/01-greet`)).text()).toContain(
      'id="task-greeting" class="done"',
    );

    // A page that listens for events must not keep the process alive.
    const events = await fetch(`${url}/events`);
    expect(await open.end('SIGINT')).toBe(0);
    await events.text().catch(() => undefined);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('refuses a second instance, and names the address of the first', async () => {
    const first = learner.open('open', '--port', '0');
    const url = (await first.until(address)).groups?.['url'] ?? '';
    const { code, stderr } = await learner.workshop('open', '--port', '0');
    expect(code).toBe(1);
    expect(stderr).toContain(`continue at ${url}`);
    await first.end('SIGKILL');
    const again = learner.open('open', '--port', '0');
    await again.until(address);
    await again.end('SIGTERM');
  });

  it('refuses to run beside "watch", and vice versa', async () => {
    await learner.workshop('start');
    const watching = learner.open('watch');
    await watching.until(/Watching/);
    for (const command of [['watch'], ['open', '--port', '0']]) {
      const { code, stderr } = await learner.workshop(...command);
      expect([code, stderr]).toEqual([1, expect.stringContaining('continue there')]);
    }
    await watching.end('SIGINT');
    const open = learner.open('open', '--port', '0');
    const url = (await open.until(address)).groups?.['url'] ?? '';
    expect((await learner.workshop('watch')).stderr).toContain(`continue at ${url}`);
    await open.end('SIGINT');
  });

  it('ignores the lock of a crashed process whose id another program has', async () => {
    await learner.workshop('start');
    const crashed = { pid: process.pid, startedAt: 'long ago', url: 'http://127.0.0.1:1' };
    writeFileSync(join(learner.folder, '.workshop/open.json'), JSON.stringify(crashed));
    const open = learner.open('open', '--port', '0');
    await open.until(address);
    await open.end('SIGINT');
  });

  it('uses a free port when the default one is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const open = learner.open('open', '--port', String(port));
    expect((await open.until(address))[0]).not.toContain(`:${port}`);
    await open.end('SIGINT');
    other.close();
  });
});
