import type { InteractionKind } from '../../pact/index.ts';
import type { ShownExchange } from './shown-exchange.ts';

/** A difference between what the contract says and what the provider did. */
export interface Mismatch {
  /** Part of the response: `StatusMismatch`, `BodyMismatch`, `HeaderMismatch`, … as Pact names them. */
  readonly type: string;
  /** In words, without colour codes. */
  readonly description: string;
  /** Where in the body, e.g. `$.firstName`; or a header's name. */
  readonly path: string | undefined;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** What names an interaction. */
export interface InteractionName {
  readonly consumer: string;
  readonly description: string;
  readonly providerStates: readonly string[];
  readonly kind: InteractionKind;
}

/** What became of one interaction. */
export interface InteractionResult extends InteractionName {
  /** `pending` failures don't fail the verification. */
  readonly status: 'passed' | 'failed' | 'pending';
  /** Who says that it may fail: the contract itself, or the broker. */
  readonly pendingBy?: 'contract' | 'broker';
  readonly durationMs?: number;
  /** Why it did not pass, in one line. */
  readonly reason?: string;
  readonly mismatches: readonly Mismatch[];
  /** What was sent and what came, where it did not pass. */
  readonly exchange?: ShownExchange;
}

/** The outcome of a verification. */
export interface VerificationResult {
  readonly success: boolean;
  readonly interactions: readonly InteractionResult[];
  /** What the filter left out. */
  readonly leftOut: readonly InteractionName[];
  /** Whether the broker has the results. */
  readonly published: boolean;
  /** The verifier's report, without colour codes. */
  readonly text: string;
}

/** What was found, before it is known whether the broker has it. */
export type Outcome = Omit<VerificationResult, 'published'>;

/** The failures in a few lines: what failed, given which state, and how. */
export function failureSummary({ interactions }: Pick<VerificationResult, 'interactions'>): string {
  const failed = interactions.filter(({ status }) => status === 'failed');
  const lines = failed.flatMap(({ description, providerStates, mismatches }) => [
    `  ${description}${providerStates.length > 0 ? ` (given ${providerStates.join(', ')})` : ''}`,
    ...mismatches.map((mismatch) => `    - ${mismatch.description}`),
  ]);
  return `${failed.length} of ${interactions.length} interactions failed:\n${lines.join('\n')}`;
}
