import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startWebhookBroker, type WebhookBroker } from '../test/webhook-broker.ts';
import { startReceiver } from '../test/webhook-receiver.ts';

describe('While another process writes to the database', () => {
  let directory: string;
  let broker: WebhookBroker;
  let other: DatabaseSync;
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-busy-'));
    const db = join(directory, 'broker.sqlite');
    broker = await startWebhookBroker({ db });
    await broker.publish('Foo', 'Bar');
    other = new DatabaseSync(db);
    other.exec('BEGIN IMMEDIATE');
  });
  afterEach(async () => {
    other.close();
    await broker.close();
    rmSync(directory, { recursive: true });
  });

  it('a broker reads, also for questions with a body, and the writes wait for their turn', async () => {
    let isWritten = false;
    const written = broker.publish('Foo', 'Bar', { version: '2' }).finally(() => (isWritten = true));
    expect((await broker.request('GET', '/diagnostic/status/heartbeat')).status).toBe(200);
    expect((await broker.request('GET', '/pacts/latest')).status).toBe(200);
    const question = await broker.request('POST', '/pacts/provider/Bar/for-verification', {});
    expect([question.status, isWritten]).toEqual([200, false]);
    other.exec('ROLLBACK');
    expect((await written).status).toBe(200);
    expect((await broker.request('GET', '/pacts/provider/Bar/consumer/Foo/version/2')).status).toBe(200);
  });

  it('a broker keeps what a webhook came to until it can be written', async () => {
    other.exec('ROLLBACK');
    await using receiver = await startReceiver(() => {
      other.exec('BEGIN IMMEDIATE');
      return {};
    });
    await broker.webhook(receiver.url, ['contract_published']);
    await broker.publish('Foo', 'Bar', { version: '2' });
    await receiver.count(1);
    expect((await broker.request('GET', '/diagnostic/status/heartbeat')).status).toBe(200);
    other.exec('ROLLBACK');
    expect(await broker.finished('success', '2')).toMatchObject([{ attemptsMade: 1 }]);
    expect(receiver.requests).toHaveLength(1);
  });
});
