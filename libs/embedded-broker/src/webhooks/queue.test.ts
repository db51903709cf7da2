import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { localSettings, startWebhookBroker } from '../../test/webhook-broker.ts';
import { startReceiver } from '../../test/webhook-receiver.ts';

const later = (ms: number) => () => new Date(Date.now() + ms);

describe('The queue of webhooks', () => {
  let directory: string;
  let db: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-webhooks-'));
    db = join(directory, 'broker.sqlite');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('goes on after a restart, with the attempts that are left', async () => {
    let status = 500;
    await using receiver = await startReceiver(() => ({ status }));
    const settings = { ...localSettings, webhookRetrySchedule: [3600, 3600] };
    const first = await startWebhookBroker({ db, settings });
    await first.webhook(receiver.url, ['contract_published']);
    await first.publish('Foo', 'Bar');
    expect(await first.finished('retrying')).toMatchObject([{ attemptsMade: 1, attemptsRemaining: 2 }]);
    await first.close();
    status = 200;
    await using second = await startWebhookBroker({ db, settings, clock: later(2 * 3600_000) });
    expect(await second.finished('success')).toMatchObject([{ attemptsMade: 2 }]);
    expect(receiver.requests).toHaveLength(2);
  });

  it('keeps a call that the broker does not see the end of', async () => {
    let isSilent = true;
    await using receiver = await startReceiver(() => (isSilent ? undefined : {}));
    const first = await startWebhookBroker({ db });
    await first.webhook(receiver.url, ['contract_published']);
    await first.publish('Foo', 'Bar');
    await receiver.count(1);
    await first.close();
    isSilent = false;
    await using second = await startWebhookBroker({ db });
    expect(await second.finished('success')).toMatchObject([{ attemptsMade: 1 }]);
  });

  it('drops what has no webhook any more, and leaves its log', async () => {
    await using receiver = await startReceiver(() => ({ status: 500 }));
    const settings = { ...localSettings, webhookRetrySchedule: [3600] };
    const first = await startWebhookBroker({ db, settings });
    const { uuid } = (await first.webhook(receiver.url, ['contract_published'])).body as { uuid: string };
    await first.publish('Foo', 'Bar');
    await first.finished('retrying');
    await first.request('DELETE', `/webhooks/${uuid}`);
    await first.close();
    await using second = await startWebhookBroker({ db, settings, clock: later(2 * 3600_000) });
    const [one] = await second.finished('failure');
    expect(one?._links).not.toHaveProperty('pb:webhook');
    expect(await second.log(one)).toContain('Retrying webhook in 3600 seconds');
    expect(receiver.requests).toHaveLength(1);
  });

  it('leaves nothing behind when its pact, result or integration is deleted', async () => {
    await using receiver = await startReceiver();
    const broker = await startWebhookBroker({ db });
    await broker.publish('Foo', 'Bar');
    await broker.publish('Foo', 'Bar', { version: '2' });
    await broker.webhook(receiver.url, ['contract_published', 'provider_verification_published']);
    await broker.webhook(receiver.url, ['contract_published'], {
      consumer: { name: 'Foo' },
      provider: { name: 'Bar' },
    });
    await broker.publish('Foo', 'Bar', { version: '3' });
    await broker.verify('Foo', 'Bar', { consumerVersion: '3', version: 'p' });
    await receiver.count(3);
    await broker.finished('success', '3');
    await broker.close();
    const database = new DatabaseSync(db, { enableForeignKeyConstraints: true });
    const count = (table: string) => database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n'];
    expect(['triggered_webhooks', 'webhook_executions', 'webhooks'].map(count)).toEqual([3, 3, 2]);
    database.exec('DELETE FROM verifications');
    expect(['triggered_webhooks', 'webhook_executions', 'webhooks'].map(count)).toEqual([2, 2, 2]);
    database.exec('DELETE FROM integrations');
    expect(['triggered_webhooks', 'webhook_executions', 'webhooks'].map(count)).toEqual([0, 0, 1]);
    database.close();
  });
});
