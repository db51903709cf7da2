import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from '@jest/globals';
import { recordingLogger } from '../test/log-records.ts';
import { createApp } from './app.ts';
import { defaultLimits, defaultSettings } from './config/index.ts';
import { openDatabase, type Database } from './database/index.ts';
import { LiveUpdates } from './web/live/live-updates.ts';

/** A broker over a database that the test has prepared. */
async function serve(database: Database) {
  const { logger, records } = recordingLogger();
  const app = createApp({
    ...{ database, logger, settings: defaultSettings, limits: defaultLimits, isLocal: true },
    ...{ clock: () => new Date(), afterWrite: () => undefined, live: new LiveUpdates() },
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pacticipants`;
  return {
    url,
    records,
    write: (accept = '*/*') =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify({ name: 'Foo', displayName: 'x'.repeat(1_000_000) }),
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      database.close();
    },
  };
}

it('A broker whose disk is full says so to who writes, and in the log, and goes on reading', async () => {
  const database = openDatabase(':memory:');
  database.execute('PRAGMA max_page_count = 1');
  await using broker = await serve(database);
  const sentence =
    /^The broker has no space left on its disk\. Nothing was stored\. The details .* [0-9a-f]{10}$/;
  const answer = await broker.write();
  expect([answer.status, await answer.json()]).toEqual([
    507,
    { error: { message: expect.stringMatching(sentence), reference: expect.any(String) } },
  ]);
  const problem = await broker.write('application/hal+json, application/problem+json');
  expect(await problem.json()).toMatchObject({ detail: expect.stringMatching(sentence), status: 507 });
  const page = await broker.write('text/html, */*');
  expect([page.status, await page.text()]).toEqual([507, expect.stringContaining('has no space left')]);
  const errors = broker.records.flatMap(({ err }) => (err ? [err.message] : []));
  expect(new Set(errors).size).toBe(1);
  expect(errors[0]).toContain('database or disk is full');
  const read = await fetch(broker.url);
  expect([read.status, ((await read.json()) as { pacticipants: unknown[] }).pacticipants]).toEqual([200, []]);
});

it('A broker whose database another process keeps from being written says when to try again', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'embedded-broker-kept-'));
  const path = join(directory, 'broker.sqlite');
  {
    const database = openDatabase(path);
    database.neverBlock({ patienceMs: 50 });
    await using broker = await serve(database);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const answer = await broker.write();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.text()).toContain("The broker's database is busy. Try again.");
    other.close();
    expect((await broker.write()).status).toBe(201);
  }
  rmSync(directory, { recursive: true });
});
