import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { recordingLogger } from '../../../test/log-records.ts';
import { until } from '../../../test/until.ts';
import { localSettings, startWebhookBroker } from '../../../test/webhook-broker.ts';
import { startReceiver, type Answering } from '../../../test/webhook-receiver.ts';

/** The level of errors, as pino numbers it. */
const errorLevel = 50;

const later = (ms: number) => () => new Date(Date.now() + ms);

describe('The queue of webhooks', () => {
  let directory: string;
  let db: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-webhooks-'));
    db = join(directory, 'broker.sqlite');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('continues after a restart, with the remaining attempts', async () => {
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

  it('keeps a triggered webhook whose attempt the end of the broker interrupts', async () => {
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

  it('discards a triggered webhook whose webhook was deleted, and keeps its log', async () => {
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

  it('keeps nothing of a deleted pact, result or integration', async () => {
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

  it('makes five attempts at a time, each of them once, whatever happens meanwhile', async () => {
    const gate = Promise.withResolvers<Answering>();
    await using receiver = await startReceiver(() => gate.promise);
    await using broker = await startWebhookBroker();
    const webhooks = [1, 2, 3, 4, 5, 6, 7];
    for (const i of webhooks) await broker.webhook(`${receiver.url}/${i}`, ['contract_published']);
    await broker.publish('Foo', 'Bar');
    await receiver.count(5);
    await broker.publish('Foo', 'Bar', { version: '2' });
    expect(receiver.requests).toHaveLength(5);
    gate.resolve({});
    for (const version of ['1', '2']) expect(await broker.finished('success', version)).toHaveLength(7);
    const paths = receiver.requests.map(({ path }) => path);
    expect(paths.toSorted()).toEqual(webhooks.flatMap((i) => [`/${i}`, `/${i}`]));
    // The triggered webhooks of the first version have waited longer.
    expect(paths.slice(0, 7).toSorted()).toEqual(webhooks.map((i) => `/${i}`));
  });

  it('goes on, and ends, after calls that were answered 101', async () => {
    const change = { status: 101, headers: { connection: 'upgrade', upgrade: 'x' } };
    await using receiver = await startReceiver(({ path }) => (path === '/' ? {} : change));
    const broker = await startWebhookBroker({ settings: { ...localSettings, webhookRetrySchedule: [] } });
    for (const i of [1, 2, 3, 4, 5]) await broker.webhook(`${receiver.url}/${i}`, ['contract_published']);
    await broker.publish('Foo', 'Bar');
    expect(await broker.finished('failure')).toHaveLength(5);
    const request = { method: 'POST', url: `${receiver.url}/run` };
    expect((await broker.request('POST', '/webhooks/execute', { request })).body).toMatchObject({
      success: false,
      error: { message: 'the connection was closed without an answer' },
    });
    await broker.webhook(receiver.url, ['provider_verification_published']);
    await broker.verify('Foo', 'Bar', { consumerVersion: '1', version: 'p' });
    await receiver.count(7);
    expect(receiver.requests.at(-1)?.path).toBe('/');
    await broker.close();
  });

  it('makes an attempt once that outlasts its lease', async () => {
    const gate = Promise.withResolvers<Answering>();
    await using receiver = await startReceiver(({ path }) => (path === '/1' ? gate.promise : {}));
    const now = { time: Date.UTC(2030, 0) };
    await using broker = await startWebhookBroker({ db, clock: () => new Date(now.time) });
    await broker.webhook(`${receiver.url}/\${pactbroker.consumerVersionNumber}`, ['contract_published']);
    await broker.publish('Foo', 'Bar');
    await receiver.count(1);
    now.time += 60_000;
    await broker.publish('Foo', 'Bar', { version: '2' });
    await broker.finished('success', '2');
    gate.resolve({});
    expect(await broker.finished('success')).toMatchObject([{ attemptsMade: 1 }]);
    expect(receiver.requests.map(({ path }) => path)).toEqual(['/1', '/2']);
  });

  it('makes an attempt once, whatever another process on the same file does', async () => {
    const gate = Promise.withResolvers<Answering>();
    await using receiver = await startReceiver(({ path }) => (path === '/1' ? gate.promise : {}));
    await using first = await startWebhookBroker({ db });
    await first.webhook(`${receiver.url}/\${pactbroker.consumerVersionNumber}`, ['contract_published']);
    await first.publish('Foo', 'Bar');
    await receiver.count(1);
    await using second = await startWebhookBroker({ db });
    await second.publish('Foo', 'Bar', { version: '2' });
    await second.finished('success', '2');
    gate.resolve({});
    await first.finished('success');
    expect(receiver.requests.map(({ path }) => path)).toEqual(['/1', '/2']);
  });

  it('starts with those that have waited longest', async () => {
    const gate = Promise.withResolvers<Answering>();
    await using receiver = await startReceiver(({ path }) => (path === '/' ? gate.promise : {}));
    const now = { time: Date.UTC(2030, 0) };
    await using broker = await startWebhookBroker({ clock: () => new Date(now.time) });
    const held = [1, 2, 3, 4, 5];
    const { uuid } = (await broker.webhook(receiver.url, ['contract_published'])).body as { uuid: string };
    for (const i of held) await broker.publish('Foo', 'Bar', { version: String(i) });
    await receiver.count(5);
    await broker.request('DELETE', `/webhooks/${uuid}`);
    const path = `${receiver.url}/\${pactbroker.consumerVersionNumber}`;
    await broker.webhook(path, ['contract_published']);
    // The clock goes back: the one that waits longest is not the one that was triggered first.
    const order = ['6', '7', '8'];
    for (const version of order) {
      now.time -= 60_000;
      await broker.publish('Foo', 'Bar', { version });
    }
    now.time += 600_000;
    gate.resolve({});
    for (const version of order) await broker.finished('success', version);
    expect(receiver.requests.slice(5).map((one) => one.path)).toEqual(['/8', '/7', '/6']);
  });

  it('waits between attempts exactly as long as the schedule says', async () => {
    const now = { time: Date.UTC(2030, 0) };
    await using receiver = await startReceiver(() => ({ status: 500 }));
    const settings = { ...localSettings, webhookRetrySchedule: [10, 60] };
    await using broker = await startWebhookBroker({ settings, clock: () => new Date(now.time) });
    await broker.webhook(receiver.url, ['contract_published']);
    await broker.publish('Foo', 'Bar');
    // Every write makes the broker look at its queue.
    const later = async (ms: number) => {
      now.time += ms;
      await broker.request('PUT', '/pacticipants/Foo/labels/x', {});
      return broker.triggered();
    };
    const waiting = (attemptsMade: number) =>
      until(
        () => `attempt ${attemptsMade}`,
        async () => ((await broker.triggered())[0]?.attemptsMade === attemptsMade ? true : undefined),
      );
    await waiting(1);
    expect(await later(9_999)).toMatchObject([{ status: 'retrying', attemptsMade: 1, attemptsRemaining: 2 }]);
    await later(1);
    await waiting(2);
    expect(await later(59_999)).toMatchObject([
      { status: 'retrying', attemptsMade: 2, attemptsRemaining: 1 },
    ]);
    expect(receiver.requests).toHaveLength(2);
    await later(1);
    expect(await broker.finished('failure')).toMatchObject([{ attemptsMade: 3, attemptsRemaining: 0 }]);
    await later(3600_000);
    expect(receiver.requests).toHaveLength(3);
  });

  it('gives a triggered webhook that somebody runs again all its attempts', async () => {
    await using receiver = await startReceiver(() => ({ status: 500 }));
    await using broker = await startWebhookBroker();
    await broker.webhook(receiver.url, ['contract_published']);
    await broker.publish('Foo', 'Bar');
    const [failed] = await broker.finished('failure');
    const again = await broker.request('POST', failed?._links['pb:redeliver']?.href ?? '');
    expect(again.body).toMatchObject({ status: 'not_run', attemptsMade: 3, attemptsRemaining: 3 });
    expect(await broker.finished('failure')).toMatchObject([{ attemptsMade: 6 }]);
    expect(receiver.requests).toHaveLength(6);
  });

  it('continues when a pact is deleted during an attempt', async () => {
    const gate = Promise.withResolvers<Answering>();
    await using receiver = await startReceiver(() => gate.promise);
    const { logger, records } = recordingLogger();
    await using broker = await startWebhookBroker({ logger });
    await broker.webhook(receiver.url, ['contract_published']);
    await broker.publish('Foo', 'Bar');
    await receiver.count(1);
    await broker.request('DELETE', '/pacts/provider/Bar/consumer/Foo/version/1');
    expect((await broker.request('GET', '/pacts/provider/Bar/consumer/Foo/version/1')).status).toBe(404);
    gate.resolve({});
    await broker.publish('Foo', 'Bar', { version: '2' });
    await broker.finished('success', '2');
    expect(records.filter(({ level }) => level >= errorLevel)).toEqual([]);
  });

  it.each([
    [[404], 404, 'success'],
    [[404], 200, 'failure'],
    [[200, 302], 302, 'success'],
  ])('judges by the list of status codes %j: %i is a %s', async (codes, status, expected) => {
    await using receiver = await startReceiver(() => ({ status }));
    const settings = { ...localSettings, webhookRetrySchedule: [], webhookHttpCodeSuccess: codes };
    await using broker = await startWebhookBroker({ settings });
    await broker.webhook(receiver.url, ['contract_published']);
    await broker.publish('Foo', 'Bar');
    expect(await broker.finished(expected)).toMatchObject([{ attemptsMade: 1 }]);
  });
});
