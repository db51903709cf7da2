import type { EventName, Scope, WebhookInput } from '../definition/webhook.ts';

/** One side of a contract, as webhooks are chosen by it. */
export interface Side {
  readonly name: string;
  readonly labels: readonly string[];
}

/** Whether a webhook is for a contract between two pacticipants. Source: docs/official-broker/webhooks.md#matching. */
export function isFor(
  { consumer, provider }: Pick<WebhookInput, 'consumer' | 'provider'>,
  contract: { readonly consumer: Side; readonly provider: Side },
): boolean {
  return includes(consumer, contract.consumer) && includes(provider, contract.provider);
}

/** Whether an event calls for a webhook that is for its contract. */
export function wants(
  { enabled, events }: Pick<WebhookInput, 'enabled' | 'events'>,
  event: EventName,
): boolean {
  return enabled && events.includes(event);
}

function includes(scope: Scope | undefined, side: Side): boolean {
  if (scope?.name !== undefined) return scope.name === side.name;
  return scope?.label === undefined || side.labels.includes(scope.label);
}
