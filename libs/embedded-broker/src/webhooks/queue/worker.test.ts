import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { recordingLogger } from '../../../test/log-records.ts';
import { until } from '../../../test/until.ts';
import { localSettings, startWebhookBroker } from '../../../test/webhook-broker.ts';
import { startReceiver } from '../../../test/webhook-receiver.ts';
import { openDatabase } from '../../database/index.ts';
import { WebhookWorker } from './worker.ts';

describe('The webhook worker', () => {
  let directory: string;
  let db: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-webhooks-worker-'));
    db = join(directory, 'broker.sqlite');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('reports a queue that it cannot read in the log, with the stack', async () => {
    const { logger, records } = recordingLogger();
    const database = openDatabase(':memory:');
    const worker = new WebhookWorker({ database, settings: localSettings, clock: () => new Date(), logger });
    database.close();
    worker.wake();
    await worker.close();
    expect(records).toMatchObject([
      {
        level: 50,
        msg: 'queue of webhooks could not be read',
        err: { message: 'database is not open', stack: expect.stringMatching(/\n +at /) },
      },
    ]);
  });

  it('reports an unexpected error of a triggered webhook in the log, with the stack', async () => {
    await using receiver = await startReceiver(() => ({ status: 500 }));
    const settings = { ...localSettings, webhookRetrySchedule: [3600] };
    const first = await startWebhookBroker({ db, settings });
    await first.webhook(receiver.url, ['contract_published']);
    await first.publish('Foo', 'Bar');
    const [one] = await first.finished('retrying');
    await first.close();
    const database = new DatabaseSync(db);
    database.exec("UPDATE webhooks SET headers = 'damaged'");
    database.close();
    const { logger, records } = recordingLogger();
    const clock = () => new Date(Date.now() + 2 * 3600_000);
    await using _ = await startWebhookBroker({ db, settings, logger, clock });
    const failure = await until(
      () => 'a triggered webhook that failed',
      () => Promise.resolve(records.find(({ msg }) => msg === 'triggered webhook failed')),
    );
    expect(failure).toMatchObject({
      level: 50,
      uuid: /([^/]+)\/logs$/.exec(one?._links['pb:logs']?.href ?? '')?.[1],
      err: { stack: expect.stringMatching(/SyntaxError[^]*\n +at /) },
    });
  });
});
