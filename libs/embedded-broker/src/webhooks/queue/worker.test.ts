import { expect, it } from '@jest/globals';
import { recordingLogger } from '../../../test/log-records.ts';
import { localSettings } from '../../../test/webhook-broker.ts';
import { openDatabase } from '../../database/index.ts';
import { WebhookWorker } from './worker.ts';

it('A queue that cannot be read is reported in the log, with the stack', async () => {
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
