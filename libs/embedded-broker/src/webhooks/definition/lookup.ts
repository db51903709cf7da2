import type { Database } from '../../database/index.ts';
import { NotFoundError, type Call, type Routing } from '../../http/index.ts';
import { findPacticipant } from '../../pacticipants/index.ts';
import type { InputContext } from './input.ts';
import { findWebhook, type ScopeIds } from './store.ts';
import type { Scope, Webhook, WebhookInput } from './webhook.ts';

/** What this broker checks webhooks against. */
export function inputContext({ database, settings }: Routing): InputContext {
  return { settings, isPacticipant: (name: string) => findPacticipant(database, name) !== undefined };
}

/**
 * The webhook that a path names.
 * @throws NotFoundError when there is none
 */
export function requiredWebhook(database: Database, { params }: Pick<Call, 'params'>): Webhook {
  const webhook = findWebhook(database, params['uuid'] ?? '');
  if (!webhook) throw new NotFoundError();
  return webhook;
}

/** Ids of the consumer and the provider that a webhook names. */
export function scopeIds(
  database: Database,
  { consumer, provider }: Pick<WebhookInput, 'consumer' | 'provider'>,
): ScopeIds {
  const idOf = (scope: Scope | undefined) =>
    scope?.name === undefined ? null : (findPacticipant(database, scope.name)?.id ?? null);
  return { consumerId: idOf(consumer), providerId: idOf(provider) };
}
