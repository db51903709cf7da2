import type { Database } from '../../database/index.ts';
import { conflict } from '../../http/index.ts';
import type { TriggeredWebhook } from '../log/triggered-webhook.ts';
import { requeue } from './store.ts';

/**
 * Puts a finished triggered webhook into the queue again.
 * @throws MessageError (409) when it has not finished, or when its webhook was deleted
 */
export function redeliver(
  database: Database,
  triggered: Pick<TriggeredWebhook, 'id' | 'isWaiting' | 'webhookId'>,
  now: string,
): void {
  if (triggered.isWaiting) throw conflict('The webhook has not finished yet: it will be run by itself.');
  if (triggered.webhookId === null) throw conflict('The webhook has been deleted, and cannot be run again.');
  requeue(database, triggered.id, now);
}
