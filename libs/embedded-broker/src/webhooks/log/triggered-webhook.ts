import type { EventName } from '../definition/webhook.ts';
import type { EventContext } from '../events/event-context.ts';

export type Status = 'not_run' | 'retrying' | 'success' | 'failure';

/** One event for one webhook, and how far the attempts to send it have come. */
export interface TriggeredWebhook {
  readonly id: number;
  readonly uuid: string;
  /** Null once the webhook was deleted. */
  readonly webhookId: number | null;
  readonly publicationId: number;
  /** Of the published result; null for a contract's events. */
  readonly verificationNumber: number | null;
  readonly consumer: string;
  readonly provider: string;
  readonly eventName: EventName;
  readonly context: EventContext;
  readonly status: Status;
  /** Failed attempts since it was triggered, or since somebody last ran it again. */
  readonly failures: number;
  readonly attemptsMade: number;
  /** Whether an attempt is still to come. */
  readonly isWaiting: boolean;
  readonly createdAt: string;
}
