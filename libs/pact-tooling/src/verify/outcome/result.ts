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
  readonly expected: unknown;
  readonly actual: unknown;
}

/** The identity of an interaction. */
export interface InteractionName {
  readonly consumer: string;
  readonly description: string;
  readonly providerStates: readonly string[];
  readonly kind: InteractionKind;
}

/** The result of one interaction. */
export interface InteractionResult extends InteractionName {
  /** `pending` failures do not fail the verification. */
  readonly status: 'passed' | 'failed' | 'pending';
  /** The source of its pending mark: the contract itself, or the broker. */
  readonly pendingBy?: 'contract' | 'broker';
  readonly durationMs?: number;
  /** Why it failed, in one line. */
  readonly reason?: string;
  readonly mismatches: readonly Mismatch[];
  /** The request and the answer, if it failed. */
  readonly exchange?: ShownExchange;
}

/** The result of a verification. */
export interface VerificationResult {
  readonly success: boolean;
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
