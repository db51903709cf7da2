import type { Mismatch } from './mismatch.ts';

/** How a verifier found one interaction. */
export interface InteractionResult {
  /** The id that the broker gave the interaction; older verifiers name its description and state instead. */
  readonly interactionId: string | undefined;
  readonly description: string | undefined;
  readonly state: string | undefined;
  readonly success: boolean;
  readonly mismatches: readonly Mismatch[];
  /** What went wrong besides, e.g. that a provider state could not be set up. */
  readonly exceptions: readonly string[];
}
