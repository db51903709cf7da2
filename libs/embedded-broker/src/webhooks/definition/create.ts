import { randomBytes } from 'node:crypto';
import type { Database } from '../../database/index.ts';
import { scopeIds } from './lookup.ts';
import { insertWebhook } from './store.ts';
import type { WebhookInput } from './webhook.ts';

/**
 * Saves a new webhook.
 * @returns its uuid
 */
export function createWebhook(database: Database, input: WebhookInput, now: string): string {
  const uuid = randomBytes(16).toString('base64url');
  insertWebhook(database, uuid, input, scopeIds(database, input), now);
  return uuid;
}
