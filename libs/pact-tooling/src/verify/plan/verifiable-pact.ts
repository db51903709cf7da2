import type { PactDocument } from '../../pact/index.ts';

/** What the broker says of a pact, and when: before the verification, or after one that ended so or so. */
export interface VerificationNotice {
  readonly when: string;
  readonly text: string;
}

/** A pact that can be given to the native verifier. */
export interface VerifiablePact extends PactDocument {
  /** As it was written, numbers and the order of keys included. */
  readonly text: string;
  /** Whether the broker says that it may fail. */
  readonly pending: boolean;
  readonly notices: readonly VerificationNotice[];
}

/** A pact that a broker wants verified. */
export interface BrokerPact extends VerifiablePact {
  /** Where its result goes to. */
  readonly resultsUrl: string;
}
