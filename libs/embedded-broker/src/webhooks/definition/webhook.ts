/** What can trigger a webhook, in the order in which the official broker lists them. */
export const eventNames = [
  'contract_published',
  'contract_content_changed',
  'provider_verification_published',
  'provider_verification_succeeded',
  'provider_verification_failed',
  'contract_requiring_verification_published',
] as const;

export type EventName = (typeof eventNames)[number];

/** Which consumers, or which providers, a webhook is for: one by name, those with a label, or (undefined) all. */
export interface Scope {
  readonly name?: string;
  readonly label?: string;
}

/** The request a webhook makes. Everything but the method may hold `${pactbroker.…}`. */
export interface RequestTemplate {
  readonly method: string;
  readonly url: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text of what was given: a string, or any other value; null for no body. */
  readonly body: string | null;
  readonly username: string | null;
  readonly password: string | null;
}

/** A webhook as somebody describes it. */
export interface WebhookInput {
  readonly description: string | null;
  readonly consumer: Scope | undefined;
  readonly provider: Scope | undefined;
  readonly enabled: boolean;
  readonly events: readonly EventName[];
  readonly request: RequestTemplate;
}

/** A webhook as it is stored. */
export interface Webhook extends WebhookInput {
  readonly id: number;
  readonly uuid: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type Status = 'not_run' | 'retrying' | 'success' | 'failure';

/** That an event called for a webhook, and how far calling it has come. */
export interface TriggeredWebhook {
  readonly id: number;
  readonly uuid: string;
  /** Null once the webhook was deleted. */
  readonly webhookId: number | null;
  readonly publicationId: number;
  /** The result that was published; null for a contract's events. */
  readonly verificationNumber: number | null;
  readonly eventName: EventName;
  readonly context: EventContext;
  readonly status: Status;
  /** Failed attempts since it was triggered, or last run again by hand. */
  readonly failures: number;
  readonly attemptsMade: number;
  /** Whether an attempt is still to come. */
  readonly isWaiting: boolean;
  readonly createdAt: string;
}

/** What is known when the event happens, under the official names: it stands in the log as it is. */
export interface EventContext {
  readonly base_url: string;
  readonly event_name: EventName | 'test';
  readonly build_url?: string | null;
  readonly consumer_version_number?: string;
  readonly consumer_version_tags?: readonly string[];
  readonly consumer_version_branch?: string;
  readonly provider_version_number?: string;
  readonly provider_version_tags?: readonly string[];
  readonly provider_version_branch?: string;
  readonly provider_version_descriptions?: readonly string[];
}
