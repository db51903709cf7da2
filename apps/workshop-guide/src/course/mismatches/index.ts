import { mockServerMismatches } from './mock-server.ts';
import type { ShownMismatch } from './shown-mismatch.ts';
import { verificationMismatches } from './verification.ts';

export type { ShownMismatch };

/** Reads what Pact found to differ out of what a command printed; none where nothing did. */
export function mismatchesIn(output: string): ShownMismatch[] {
  return [...mockServerMismatches(output), ...verificationMismatches(output)];
}
