import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runCli } from '../../test/cli-process.ts';
import { startBroker } from '../../test/start-broker.ts';

describe('exec', () => {
  let directory: string;
  let db: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'embedded-broker-'));
    db = join(directory, 'broker.sqlite');
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const show = ['--', 'printenv', 'PACT_BROKER_BASE_URL'];
  const ask = (path: string) => [
    '--',
    process.execPath,
    '-e',
    `fetch(process.env.PACT_BROKER_BASE_URL + '${path}').then((r) => console.log(r.status, r.headers.get('x-embedded-broker-passing')))`,
  ];
  const environments = () => {
    const database = new DatabaseSync(db);
    const found = database.prepare('SELECT count(*) AS count FROM environments').get();
    database.close();
    return found?.['count'];
  };

  it('uses the broker that the environment names, also one that asks for credentials', async () => {
    await using broker = await startBroker({
      basicAuth: { writer: { username: 'u', password: 'sesame' } },
    });
    const { code, stdout } = await runCli(['exec', '--db', db, ...show], {
      env: { PACT_BROKER_BASE_URL: `${broker.url}/` },
    });
    expect([code, stdout.trim()]).toEqual([0, broker.url]);
  });

  it('uses a named one that ends with another command', async () => {
    await using temporary = await startBroker({ temporary: true });
    const { stdout } = await runCli(['exec', ...show], { env: { PACT_BROKER_BASE_URL: temporary.url } });
    expect(stdout.trim()).toBe(temporary.url);
  });

  it('says so when no broker is where the environment says, and runs nothing', async () => {
    await using page = await somethingElse();
    const { url } = page;
    const other = await runCli(['exec', ...show], { env: { PACT_BROKER_BASE_URL: url }, cwd: directory });
    expect(other).toMatchObject({ code: 1, stdout: '' });
    expect(other.stderr).toContain(`no Pact Broker answers at ${url} (PACT_BROKER_BASE_URL): status 200.`);
    const dead = await runCli(['exec', ...show], {
      env: { PACT_BROKER_BASE_URL: 'http://u:ses@me@127.0.0.1:1' },
      cwd: directory,
    });
    expect(dead).toMatchObject({ code: 1, stdout: '' });
    expect(dead.stderr).toMatch(/nothing answers at http:\/\/\*\*\*@127\.0\.0\.1:1 .*: connect ECONNREFUSED/);
  });

  it('starts one for the length of the command otherwise, over the same file, and says of it that it ends', async () => {
    for (const _ of [1, 2]) {
      const ran = await runCli(['exec', '--port', '0', '--db', db, ...ask('/environments')]);
      expect(ran).toEqual({ code: 0, stdout: '200 true\n', stderr: '' });
      expect(environments()).toBe(2);
    }
  });

  it('runs nothing when the database of its own broker is none', async () => {
    await writeFile(db, 'no database at all, but a text that is long enough to be one');
    const { code, stdout, stderr } = await runCli(['exec', '--port', '0', '--db', db, '--', 'echo', 'ran']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`Can't open the broker's database ${db}`);
  });

  it('makes no environments in a new database where that is not wanted', async () => {
    const env = { PACT_BROKER_SEED_EXAMPLE_DATA: 'false' };
    await runCli(['exec', '--port', '0', '--db', db, '--', 'true'], { env });
    expect(environments()).toBe(0);
  });

  it('uses one that answers on the usual port', async () => {
    await using broker = await startBroker();
    const env = { PACT_BROKER_PORT: new URL(broker.url).port };
    expect((await runCli(['exec', '--db', db, ...show], { env })).stdout.trim()).toBe(broker.url);
  });

  it.each([
    ['another program answers', async () => somethingElse()],
    ['another program takes connections and answers nothing', async () => somethingElse(true)],
    ['a broker ends with another command', async () => startBroker({ temporary: true })],
  ])('starts one on a free port where %s on the usual one', async (_, take) => {
    await using taken = await take();
    const env = { PACT_BROKER_PORT: new URL(taken.url).port };
    const { code, stdout, stderr } = await runCli(['exec', '--db', db, ...show], { env });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.trim()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(stdout.trim()).not.toBe(taken.url);
  });
});

/** A program that is not a broker. */
async function somethingElse(isMute = false): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((request, response) => {
    if (isMute) request.socket.destroy();
    else response.end('hello');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
