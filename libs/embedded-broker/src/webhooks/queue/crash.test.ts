import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startCli } from '../../../test/cli-process.ts';
import { until } from '../../../test/until.ts';
import { localSettings, startWebhookBroker } from '../../../test/webhook-broker.ts';
import { startReceiver, type Answering } from '../../../test/webhook-receiver.ts';

describe('A broker that is killed', () => {
  let directory: string;
  let db: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-webhooks-crash-'));
    db = join(directory, 'broker.sqlite');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  /** Prepares a webhook, publishes through a separate process, and kills that process once `wait` resolves. */
  const publishAndKill = async (receiver: string, wait: (url: string) => Promise<unknown>) => {
    {
      await using broker = await startWebhookBroker({ db });
      await broker.webhook(receiver, ['contract_published']);
      await broker.publish('Foo', 'Bar', { version: '0', content: 'other' });
      await broker.finished('success', '0');
    }
    const { process: child, url } = await startCli(db, {
      PACT_BROKER_WEBHOOK_SCHEME_WHITELIST: 'http',
      PACT_BROKER_WEBHOOK_HOST_WHITELIST: '127.0.0.1',
      PACT_BROKER_WEBHOOK_RETRY_SCHEDULE: '3600 3600',
    });
    const published = fetch(`${url}/pacts/provider/Bar/consumer/Foo/version/1`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"interactions":[]}',
    });
    expect((await published).status).toBe(201);
    await wait(url);
    child.kill('SIGKILL');
    await once(child, 'exit');
  };

  it('between two attempts continues with the remaining ones', async () => {
    const answers: Answering[] = [{}, { status: 500 }, {}];
    await using receiver = await startReceiver(() => answers.shift());
    await publishAndKill(receiver.url, async (url) => {
      await receiver.count(2);
      const status = async () =>
        (await fetch(`${url}/pacts/provider/Bar/consumer/Foo/webhooks/status`)).text();
      await until(
        () => 'a webhook that is retrying',
        async () => (await status()).includes('"retrying":1') || undefined,
      );
    });
    const clock = () => new Date(Date.now() + 2 * 3600_000);
    await using again = await startWebhookBroker({ db, settings: localSettings, clock });
    expect(await again.finished('success')).toMatchObject([{ attemptsMade: 2 }]);
    expect(receiver.requests).toHaveLength(3);
  });

  it('during an attempt makes it again', async () => {
    let answers = 1;
    await using receiver = await startReceiver(() => (answers-- > 0 ? {} : undefined));
    await publishAndKill(receiver.url, () => receiver.count(2));
    answers = 1;
    const clock = () => new Date(Date.now() + 60_000);
    await using again = await startWebhookBroker({ db, settings: localSettings, clock });
    expect(await again.finished('success')).toMatchObject([{ attemptsMade: 1 }]);
    expect(receiver.requests).toHaveLength(3);
  });
});
