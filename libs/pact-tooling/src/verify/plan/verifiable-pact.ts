import type { PactDocument } from '../../pact/index.ts';

/** A broker's notice about a pact, and when to show it: before the verification, or after one with a certain result. */
export interface VerificationNotice {
  readonly when: string;
  readonly text: string;
}

/** A pact for the native verifier. */
export interface VerifiablePact extends PactDocument {
  /** The unchanged text, numbers and the order of keys included. */
  readonly text: string;
  /** Whether the broker marks it as pending. */
  readonly pending: boolean;
  readonly notices: readonly VerificationNotice[];
  /** Why its interactions can't be read; only of a pending one. */
  readonly unreadable?: string | undefined;
}

/** A pact to verify from a broker. */
export interface BrokerPact extends VerifiablePact {
  /** The URL for its result. */
  readonly resultsUrl: string;
}
