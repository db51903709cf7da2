import type { Database } from '../../database/index.ts';
import type { Urls } from '../../http/index.ts';
import { labelsOfPacticipant } from '../../labels/index.ts';
import type { Publication } from '../../pacts/index.ts';
import { isFor, wants } from './matching.ts';
import { webhooksInReach } from '../definition/store.ts';
import { insertTriggeredWebhook } from '../log/store.ts';
import type { EventName, Webhook } from '../definition/webhook.ts';
import type { EventContext } from './event-context.ts';

/** Something that happened to a contract. */
export interface BrokerEvent {
  readonly name: EventName;
  /** One call of each webhook for each of these. */
  readonly occurrences: readonly Occurrence[];
}

export interface Occurrence {
  readonly publication: Publication;
  readonly verificationNumber?: number;
  readonly context: EventContext;
}

/** That a webhook will be called. */
export interface Trigger {
  /** Where its log stands. */
  readonly logsUrl: string;
  readonly eventName: EventName;
  readonly webhook: { readonly uuid: string; readonly description: string | null };
}

/** The webhooks, enabled or not, for whatever happens to a contract. */
export function webhooksFor(database: Database, publication: Publication): Webhook[] {
  const inReach = webhooksInReach(database, publication);
  if (inReach.length === 0) return [];
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
  return inReach.filter((webhook) => isFor(webhook, contract));
}

/**
 * Puts the calls that events ask for into the queue. It runs in the transaction of what happened, so that both are
 * stored or neither.
 */
export function triggerWebhooks(
  database: Database,
  webhooks: readonly Webhook[],
  events: readonly BrokerEvent[],
  { now, urls }: { readonly now: string; readonly urls: Urls },
): Trigger[] {
  return events.flatMap(({ name: eventName, occurrences }) =>
    webhooks
      .filter((webhook) => wants(webhook, eventName))
      .flatMap((webhook) =>
        occurrences.map((occurrence) => {
          const trigger = { webhookId: webhook.id, eventName, verificationNumber: undefined, ...occurrence };
          const logsUrl = urls.triggeredWebhookLogs(insertTriggeredWebhook(database, trigger, now));
          return { logsUrl, eventName, webhook };
        }),
      ),
  );
}
