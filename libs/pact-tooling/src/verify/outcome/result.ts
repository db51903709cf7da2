import type { InteractionKind } from '../../pact/index.ts';
import type { ShownExchange } from './shown-exchange.ts';

/** A difference between the contract and the provider's answer. */
export interface Mismatch {
  /** Part of the response: `StatusMismatch`, `BodyMismatch`, `HeaderMismatch`, … as Pact names them. */
  readonly type: string;
  /** A text without colour codes. */
  readonly description: string;
  /** The place in the body, e.g. `$.firstName`, or a header's name. */
  readonly path: string | undefined;
  /** What the contract has: a value, or a text. */
  readonly expected: unknown;
  /** What the provider answered, likewise. */
  readonly actual: unknown;
}

/** The identity of an interaction. */
export interface InteractionName {
  /** Name of the consumer. */
  readonly consumer: string;
  /** Its description in the contract. */
  readonly description: string;
  /** Names of its provider states. */
  readonly providerStates: readonly string[];
  /** What it is: a request, a message, or a message with an answer. */
  readonly kind: InteractionKind;
}

/** The result of one interaction. */
export interface InteractionResult extends InteractionName {
  /** `pending` failures do not fail the verification. */
  readonly status: 'passed' | 'failed' | 'pending';
  /** The source of its pending mark: the contract itself, or the broker. */
  readonly pendingBy?: 'contract' | 'broker';
  /** How long it took, in milliseconds; undefined if the verifier does not say. */
  readonly durationMs?: number;
  /** Why it failed, in one line. */
  readonly reason?: string;
  /** Why it failed; empty if it passed. */
  readonly mismatches: readonly Mismatch[];
  /** The request and the answer, if it failed. */
  readonly exchange?: ShownExchange;
}

/** The result of a verification. */
export interface VerificationResult {
  /** Whether all interactions passed, except pending ones. */
  readonly success: boolean;
  /** A result for each interaction, in the order of the contracts. */
  readonly interactions: readonly InteractionResult[];
  /** The interactions that the filter excluded. */
  readonly leftOut: readonly InteractionName[];
  /** Whether the broker has the results. */
  readonly published: boolean;
  /** The verifier's report, without colour codes. */
  readonly text: string;
}

/** The result before publishing. */
export type Outcome = Omit<VerificationResult, 'published'>;

/** The failures in a few lines, with the states and mismatches. */
export function failureSummary({ interactions }: Pick<VerificationResult, 'interactions'>): string {
  const failed = interactions.filter(({ status }) => status === 'failed');
  const lines = failed.flatMap(({ description, providerStates, mismatches }) => [
    `  ${description}${providerStates.length > 0 ? ` (given ${providerStates.join(', ')})` : ''}`,
    ...mismatches.map((mismatch) => `    - ${mismatch.description}`),
  ]);
  return `${failed.length} of ${interactions.length} interactions failed:\n${lines.join('\n')}`;
}
