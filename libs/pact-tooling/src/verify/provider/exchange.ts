import type { Header, OutgoingRequest } from './outgoing.ts';

/** The unchanged answer of the provider. */
export interface ReceivedResponse {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Buffer;
}

/** The unchanged request to the provider and its answer. */
export interface Exchange {
  readonly request: OutgoingRequest;
  /** Undefined without a complete answer. */
  readonly response: ReceivedResponse | undefined;
}
