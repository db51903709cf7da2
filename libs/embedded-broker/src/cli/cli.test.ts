import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runCli, startCli } from '../../test/cli-process.ts';
import { startBroker } from '../server.ts';

describe('The command line', () => {
  let directory: string;
  let db: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'embedded-broker-'));
    db = join(directory, 'broker.sqlite');
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  describe('start', () => {
    it('runs a broker that remembers, until it is told to stop', async () => {
      for (const count of [0, 1]) {
        await using started = await startCli(db);
        const list = (await (await fetch(`${started.url}/pacticipants`)).json()) as {
          pacticipants: unknown[];
        };
        expect(list.pacticipants).toHaveLength(count);
        await fetch(`${started.url}/pacticipants/A/versions/1`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        });
        started.process.kill('SIGTERM');
        expect(await once(started.process, 'exit')).toEqual([0, null]);
      }
    });

    it('asks for the credentials that the environment names', async () => {
      await using started = await startCli(db, {
        PACT_BROKER_BASIC_AUTH_USERNAME: 'u',
        PACT_BROKER_BASIC_AUTH_PASSWORD: 'p',
      });
      expect((await fetch(started.url)).status).toBe(401);
      const headers = { authorization: `Basic ${btoa('u:p')}` };
      expect((await fetch(started.url, { headers })).status).toBe(200);
    });

    it('says which port is taken', async () => {
      await using other = await startBroker();
      const port = new URL(other.url).port;
      const { code, stderr } = await runCli(['start', '--port', port, '--db', db]);
      expect(code).toBe(1);
      expect(stderr).toContain(`port ${port} is taken, perhaps by a broker that already runs`);
      expect(stderr).toContain('--port');
      expect(stderr).not.toContain('\n    at ');
    });

    it('refuses a database of a newer version, and leaves it alone', async () => {
      await (await startBroker({ db })).close();
      const database = new DatabaseSync(db);
      database.exec("INSERT INTO schema_migrations (version, applied_at) VALUES (999, 'later')");
      database.close();
      const { code, stderr } = await runCli(['start', '--port', '0', '--db', db]);
      expect(code).toBe(1);
      expect(stderr).toContain(db);
      expect(stderr).toContain('version 999');
      expect(stderr).not.toContain('\n    at ');
    });

    it.each([
      [['start', '--port', 'http'], 'has to be a whole number from 0 to 65535'],
      [['start', '--port', '70000'], 'has to be a whole number from 0 to 65535'],
      [['exec'], "missing required argument 'command'"],
    ])('explains what is wrong with %j', async (args, message) => {
      const { code, stderr } = await runCli(args, { cwd: directory });
      expect(code).toBe(1);
      expect(stderr).toContain(message);
    });

    it('refuses half of a pair of credentials', async () => {
      const { code, stderr } = await runCli(['start', '--port', '0', '--db', db], {
        env: { PACT_BROKER_BASIC_AUTH_USERNAME: 'u' },
      });
      expect(code).toBe(1);
      expect(stderr).toContain('PACT_BROKER_BASIC_AUTH_PASSWORD');
    });

    it('refuses a file that is no database', async () => {
      const { code, stderr } = await runCli(['start', '--port', '0', '--db', directory]);
      expect(code).toBe(1);
      expect(stderr).toContain(directory);
    });
  });

  it('config lists every setting and where it comes from, without secrets', async () => {
    const env = {
      PACT_BROKER_BASIC_AUTH_USERNAME: 'u',
      PACT_BROKER_BASIC_AUTH_PASSWORD: 'sesame',
      PACT_BROKER_PORRT: '1',
    };
    const { code, stdout, stderr } = await runCli(['config'], { env });
    expect(code).toBe(0);
    expect(stdout).toContain('basic_auth_password=*****  (PACT_BROKER_BASIC_AUTH_PASSWORD)');
    expect(stdout).toContain('port=9292  (default)');
    expect(stderr).toBe('embedded-broker: PACT_BROKER_PORRT is no setting; did you mean PACT_BROKER_PORT?\n');
    const json = await runCli(['config', '--json'], { env });
    expect(JSON.parse(json.stdout)).toContainEqual({ name: 'port', value: 9292, origin: 'default' });
    expect(stdout + json.stdout).not.toContain('sesame');
  });

  it('start takes a file of settings, and logs requests as JSON', async () => {
    const config = join(directory, 'broker.yml');
    await writeFile(config, 'log_level: info\nbase_urls: https://pacts.example\n');
    await using started = await startCli(db, { PACT_BROKER_CONF: config });
    const logged = once(started.process.stdout as Readable, 'data') as Promise<[Buffer]>;
    const index = (await (await fetch(`${started.url}/?secret=1`)).json()) as {
      _links: { self: { href: string } };
    };
    expect(index._links.self.href).toBe('https://pacts.example');
    const [line] = await logged;
    expect(JSON.parse(line.toString())).toMatchObject({ method: 'GET', path: '/', status: 200 });
  });

  it('a second Ctrl-C kills a broker that waits for a request', async () => {
    await using started = await startCli(db);
    const socket = connect(Number(new URL(started.url).port), '127.0.0.1').on('error', () => undefined);
    socket.write(
      'POST /pacticipants HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n',
    );
    await once(socket, 'data');
    const exit = once(started.process, 'exit');
    started.process.kill('SIGINT');
    // It takes no more connections once it has heard the first.
    while (
      await fetch(started.url).then(
        () => true,
        () => false,
      )
    );
    started.process.kill('SIGINT');
    expect(await exit).toEqual([null, 'SIGINT']);
  });

  describe('exec', () => {
    const show = ['--', process.execPath, '-p', 'process.env.PACT_BROKER_BASE_URL'];
    const ask = (path: string) => [
      '--',
      process.execPath,
      '-e',
      `fetch(process.env.PACT_BROKER_BASE_URL + '${path}').then((r) => console.log(r.status))`,
    ];

    it('uses the broker that the environment names', async () => {
      await using broker = await startBroker();
      const { code, stdout } = await runCli(['exec', '--db', db, ...show], {
        env: { PACT_BROKER_BASE_URL: `${broker.url}/` },
      });
      expect([code, stdout.trim()]).toEqual([0, broker.url]);
      const seed = await runCli(['exec', '--db', db, ...show], {
        env: { PACT_BROKER_URL: new URL(broker.url).host },
      });
      expect(seed.stdout.trim()).toBe(broker.url);
    });

    it('says so when no broker is where the environment says', async () => {
      const page = createServer(({ url: path }, response) => {
        if (path === '/moved') response.writeHead(301, { location: 'https://u:sesame@broker.example/' });
        response.end('hello');
      }).listen(0, '127.0.0.1');
      await once(page, 'listening');
      const url = `http://127.0.0.1:${(page.address() as AddressInfo).port}`;
      const other = await runCli(['exec', ...show], { env: { PACT_BROKER_BASE_URL: url }, cwd: directory });
      expect(other).toMatchObject({ code: 1, stdout: '' });
      expect(other.stderr).toContain(`no Pact Broker answers at ${url} (PACT_BROKER_BASE_URL): status 200.`);
      const moved = await runCli(['exec', ...show], {
        env: { PACT_BROKER_BASE_URL: `${url}/moved` },
        cwd: directory,
      });
      expect(moved.stderr).toContain(
        'a redirect to https://***@broker.example/. Start that broker or correct',
      );
      const tls = { PACT_BROKER_BASE_URL: url.replace('http:', 'https:') };
      const unencrypted = await runCli(['exec', ...show], { env: tls, cwd: directory });
      expect(unencrypted.stderr).toMatch(/nothing answers at https:.*: .*(SSL|EPROTO)/s);
      page.close();
      page.closeAllConnections();
      const dead = await runCli(['exec', ...show], { env: { PACT_BROKER_BASE_URL: url }, cwd: directory });
      expect(dead.stderr).toMatch(/nothing answers at .*: connect ECONNREFUSED/);
    });

    it('finds a broker that wants credentials, and does not repeat them', async () => {
      await using broker = await startBroker({
        basicAuth: { writer: { username: 'u', password: 'sesame' } },
      });
      const url = broker.url.replace('http://', 'http://u:sesame@');
      const found = await runCli(['exec', ...show], { env: { PACT_BROKER_BASE_URL: url } });
      expect([found.code, found.stdout.trim()]).toEqual([0, url]);
      await broker.close();
      const gone = await runCli(['exec', ...show], { env: { PACT_BROKER_BASE_URL: url } });
      expect(gone.code).toBe(1);
      expect(gone.stderr).toContain('http://***@127.0.0.1');
      expect(gone.stderr).not.toContain('sesame');
    });

    it('names the variable that is malformed', async () => {
      const { code, stderr } = await runCli(['exec', ...show], { env: { PACT_BROKER_BASE_URL: 'garbage' } });
      expect(code).toBe(1);
      expect(stderr).toContain(
        'PACT_BROKER_BASE_URL is "garbage", which is no http(s) URL. Correct it, or unset it',
      );
    });

    it('starts one for the length of the command otherwise, over the same file', async () => {
      const first = await runCli(['exec', '--port', '0', '--db', db, ...ask('/environments')]);
      expect(first).toMatchObject({ code: 0, stdout: '200\n' });
      const database = new DatabaseSync(db);
      expect(database.prepare('SELECT count(*) AS count FROM environments').get()).toEqual({ count: 2 });
      database.close();
      expect(await runCli(['exec', '--port', '0', '--db', db, ...ask('/environments')])).toMatchObject({
        code: 0,
        stdout: '200\n',
      });
    });

    it('makes no environments in a new database where that is not wanted', async () => {
      const env = { PACT_BROKER_SEED_EXAMPLE_DATA: 'false' };
      await runCli(['exec', '--port', '0', '--db', db, ...ask('/environments')], { env });
      const database = new DatabaseSync(db);
      expect(database.prepare('SELECT count(*) AS count FROM environments').get()).toEqual({ count: 0 });
      database.close();
    });

    it('uses one that answers on the usual port, and another port where somebody else does', async () => {
      const broker = await startBroker();
      const env = { PACT_BROKER_PORT: new URL(broker.url).port };
      expect((await runCli(['exec', '--db', db, ...show], { env })).stdout.trim()).toBe(broker.url);
      await broker.close();
      const page = createServer((_, response) => response.end('hello')).listen(
        Number(env.PACT_BROKER_PORT),
        '127.0.0.1',
      );
      await once(page, 'listening');
      const { code, stdout } = await runCli(['exec', '--db', db, ...show], { env });
      page.close();
      page.closeAllConnections();
      expect(code).toBe(0);
      expect(stdout.trim()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(stdout.trim()).not.toBe(broker.url);
    });

    it('relies on no broker that ends with another command', async () => {
      await using passing = await startBroker({ passing: true });
      const env = { PACT_BROKER_PORT: new URL(passing.url).port };
      const { code, stdout } = await runCli(['exec', '--db', db, ...show], { env });
      expect(code).toBe(0);
      expect(stdout.trim()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(stdout.trim()).not.toBe(passing.url);
      const inner = await runCli(['exec', ...show], { env: { PACT_BROKER_BASE_URL: passing.url } });
      expect(inner.stdout.trim()).toBe(passing.url);
    });

    it('says of its own broker that it ends with the command', async () => {
      const headers = `fetch(process.env.PACT_BROKER_BASE_URL).then((r) => console.log(r.headers.get('x-embedded-broker-passing')))`;
      const { stdout } = await runCli([
        'exec',
        '--port',
        '0',
        '--db',
        db,
        '--',
        process.execPath,
        '-e',
        headers,
      ]);
      expect(stdout.trim()).toBe('true');
    });

    it('ends as the command ends', async () => {
      expect(
        await runCli(['exec', '--port', '0', '--db', db, '--', process.execPath, '-e', 'process.exit(7)']),
      ).toMatchObject({ code: 7 });
      expect(await runCli(['exec', '--port', '0', '--db', db, '--', 'no-such-command'])).toMatchObject({
        code: 1,
      });
    });
  });
});
