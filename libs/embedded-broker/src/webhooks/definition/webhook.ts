/** The events that can trigger a webhook, in the order of the official broker. */
export const eventNames = [
  'contract_published',
  'contract_content_changed',
  'provider_verification_published',
  'provider_verification_succeeded',
  'provider_verification_failed',
  'contract_requiring_verification_published',
] as const;

export type EventName = (typeof eventNames)[number];

/** The consumers, or the providers, that a webhook applies to: one by name, or those with a label. */
export interface Scope {
  readonly name?: string;
  readonly label?: string;
}

/** The request of a webhook. Everything except the method may hold `${pactbroker.…}`. */
export interface RequestTemplate {
  readonly method: string;
  readonly url: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The given value as JSON text; null for no body. */
  readonly body: string | null;
  readonly username: string | null;
  readonly password: string | null;
}

/** A webhook as a client sends it. */
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
