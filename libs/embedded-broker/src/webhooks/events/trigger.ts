import type { Database } from '../../database/index.ts';
import type { Urls } from '../../http/index.ts';
import { labelsOfPacticipant } from '../../labels/index.ts';
import type { Publication } from '../../pacts/index.ts';
import { candidateWebhooks } from '../definition/store.ts';
import type { EventName, Webhook } from '../definition/webhook.ts';
import { insertTriggeredWebhook } from '../log/store.ts';
import type { EventContext } from './event-context.ts';
import { appliesTo, isTriggeredBy } from './matching.ts';

/** Something that happened to a contract. */
export interface BrokerEvent {
  readonly name: EventName;
  /** Each occurrence triggers each webhook once. */
  readonly occurrences: readonly Occurrence[];
}

export interface Occurrence {
  readonly publication: Publication;
  readonly verificationNumber?: number;
  readonly context: EventContext;
}

/** What a publisher is told about a triggered webhook. */
export interface TriggerReport {
  /** URL of its log. */
  readonly logsUrl: string;
  readonly eventName: EventName;
  readonly webhook: { readonly uuid: string; readonly description: string | null };
}

/** The webhooks for a contract, enabled or not. */
export function webhooksFor(database: Database, publication: Publication): Webhook[] {
  const candidates = candidateWebhooks(database, publication);
  if (candidates.length === 0) return [];
  const contract = {
    consumer: {
      name: publication.consumerName,
      labels: labelsOfPacticipant(database, publication.consumerId),
    },
    provider: {
      name: publication.providerName,
      labels: labelsOfPacticipant(database, publication.providerId),
    },
  };
  return candidates.filter((webhook) => appliesTo(webhook, contract));
}

/**
 * Stores a triggered webhook in the queue for each webhook and occurrence of an event. It runs in the transaction of
 * the pact or result, so that either both are stored or neither is.
 */
export function triggerWebhooks(
  database: Database,
  webhooks: readonly Webhook[],
  events: readonly BrokerEvent[],
  { now, urls }: { readonly now: string; readonly urls: Urls },
): TriggerReport[] {
  return events.flatMap(({ name: eventName, occurrences }) =>
    webhooks
      .filter((webhook) => isTriggeredBy(webhook, eventName))
      .flatMap((webhook) =>
        occurrences.map((occurrence) => {
          const triggered = {
            webhookId: webhook.id,
            eventName,
            verificationNumber: undefined,
            ...occurrence,
          };
          const logsUrl = urls.triggeredWebhookLogs(insertTriggeredWebhook(database, triggered, now));
          return { logsUrl, eventName, webhook };
        }),
      ),
  );
}
