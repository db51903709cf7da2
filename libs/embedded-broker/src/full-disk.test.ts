import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordingLogger } from '../test/log-records.ts';
import { createApp } from './app.ts';
import { defaultLimits, defaultSettings } from './config/index.ts';
import { openDatabase, type Database } from './database/index.ts';
import { LiveUpdates } from './web/live/live-updates.ts';

describe('A broker whose disk is full', () => {
  const { logger, records } = recordingLogger();
  let database: Database;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    database = openDatabase(':memory:');
    database.execute('PRAGMA max_page_count = 1');
    const app = createApp({
      ...{ database, logger, settings: defaultSettings, limits: defaultLimits, isLocal: true },
      ...{ clock: () => new Date(), afterWrite: () => undefined, live: new LiveUpdates() },
    });
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    database.close();
  });

  const write = (accept: string) =>
    fetch(`${url}/pacticipants`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ name: 'Foo', displayName: 'x'.repeat(1_000_000) }),
    });
  const sentence =
    /^The broker has no space left on its disk\. Nothing was stored\. The details .* [0-9a-f]{10}$/;

  it('says so to who writes, and in the log, and goes on reading', async () => {
    const answer = await write('application/hal+json');
    expect([answer.status, await answer.json()]).toEqual([
      507,
      { error: { message: expect.stringMatching(sentence), reference: expect.any(String) } },
    ]);
    const problem = await write('application/hal+json, application/problem+json');
    expect(await problem.json()).toMatchObject({ detail: expect.stringMatching(sentence), status: 507 });
    const page = await write('text/html, */*');
    expect([page.status, await page.text()]).toEqual([507, expect.stringContaining('has no space left')]);
    const errors = records.flatMap(({ err }) => (err ? [err.message] : []));
    expect(new Set(errors).size).toBe(1);
    expect(errors[0]).toContain('database or disk is full');
    const read = await fetch(`${url}/pacticipants`);
    expect([read.status, ((await read.json()) as { pacticipants: unknown[] }).pacticipants]).toEqual([
      200,
      [],
    ]);
  });
});
