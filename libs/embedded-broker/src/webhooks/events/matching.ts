import type { EventName, Scope, WebhookInput } from '../definition/webhook.ts';

/** The consumer or the provider of a contract, with what scopes of webhooks name. */
export interface Side {
  readonly name: string;
  readonly labels: readonly string[];
}

/** Whether a webhook applies to a contract between two pacticipants. Source: docs/official-broker/webhooks.md#matching. */
export function appliesTo(
  { consumer, provider }: Pick<WebhookInput, 'consumer' | 'provider'>,
  contract: { readonly consumer: Side; readonly provider: Side },
): boolean {
  return includes(consumer, contract.consumer) && includes(provider, contract.provider);
}

/** Whether an event triggers a webhook that applies to its contract. */
export function isTriggeredBy(
  { enabled, events }: Pick<WebhookInput, 'enabled' | 'events'>,
  event: EventName,
): boolean {
  return enabled && events.includes(event);
}

function includes(scope: Scope | undefined, side: Side): boolean {
  if (scope?.name !== undefined) return scope.name === side.name;
  return scope?.label === undefined || side.labels.includes(scope.label);
}
