import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openCli, runCli, startCli } from '../../test/cli-process.ts';
import { startBroker } from '../../test/start-broker.ts';

describe('start', () => {
  let directory: string;
  let db: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'embedded-broker-'));
    db = join(directory, 'broker.sqlite');
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('runs a broker that remembers, until it is stopped', async () => {
    for (const [count, signal] of [
      [0, 'SIGTERM'],
      [1, 'SIGHUP'],
    ] as const) {
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
      started.process.kill(signal);
      expect(await started.end()).toEqual([0, null]);
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

  it('shows where a fault of its own is', async () => {
    const database = new DatabaseSync(db);
    database.exec(
      `CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT;
       INSERT INTO schema_migrations (version, applied_at) VALUES (1, 'once')`,
    );
    database.close();
    const { code, stderr } = await runCli(['start', '--port', '0', '--db', db]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^embedded-broker: Can't open the broker's database .*: no such table: /m);
    expect(stderr).toMatch(/\[cause\]: Error: no such table: .*\n +at /);
  });

  it('refuses a port that is none', async () => {
    const { code, stderr } = await runCli(['start', '--port', '70000'], { cwd: directory });
    expect(code).toBe(1);
    expect(stderr).toContain('has to be a whole number from 0 to 65535');
  });

  it('listens at the given address, on a free port for 0', async () => {
    await using started = openCli(['start', '--host', 'localhost', '--port', '0', '--db', db]);
    const [, url = ''] = await started.until(/Pact Broker on (\S+) /);
    expect(url).toMatch(/^http:\/\/localhost:[1-9]/);
    expect((await fetch(url)).status).toBe(200);
  });

  it('refuses half of a pair of credentials', async () => {
    const { code, stderr } = await runCli(['start', '--port', '0', '--db', db], {
      env: { PACT_BROKER_BASIC_AUTH_USERNAME: 'u' },
    });
    expect(code).toBe(1);
    expect(stderr).toContain('PACT_BROKER_BASIC_AUTH_PASSWORD');
  });

  it('refuses a file that is not a database', async () => {
    const { code, stderr } = await runCli(['start', '--port', '0', '--db', directory]);
    expect(code).toBe(1);
    expect(stderr).toContain(directory);
  });

  it('takes a file of settings, and logs requests as JSON', async () => {
    const config = join(directory, 'broker.yml');
    await writeFile(config, 'log_level: info\nbase_urls: https://pacts.example\n');
    await using started = await startCli(db, { PACT_BROKER_CONF: config });
    const index = (await (await fetch(`${started.url}/?secret=1`)).json()) as {
      _links: { self: { href: string } };
    };
    expect(index._links.self.href).toBe('https://pacts.example');
    const [line] = await started.until(/^\{.*\}$/m);
    expect(JSON.parse(line)).toMatchObject({ method: 'GET', path: '/', status: 200 });
  });

  it('a second Ctrl-C kills a broker that waits for a request', async () => {
    await using started = await startCli(db);
    const socket = connect(Number(new URL(started.url).port), '127.0.0.1').on('error', () => undefined);
    socket.write(
      'POST /pacticipants HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n',
    );
    await once(socket, 'data');
    started.process.kill('SIGINT');
    // It takes no more connections once it has heard the first.
    while (
      await fetch(started.url).then(
        () => true,
        () => false,
      )
    );
    started.process.kill('SIGINT');
    expect(await started.end()).toEqual([null, 'SIGINT']);
  });
});
