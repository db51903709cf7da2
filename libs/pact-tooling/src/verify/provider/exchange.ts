import type { Header, OutgoingRequest } from './outgoing.ts';

/** An answer of the provider, as it was. */
export interface ReceivedResponse {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Buffer;
}

/** What was sent to the provider and what came back, as it was. */
export interface Exchange {
  readonly request: OutgoingRequest;
  /** Undefined where no answer came, or not a whole one. */
  readonly response: ReceivedResponse | undefined;
}
