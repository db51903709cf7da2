import { mockServerMismatches } from './mock-server.ts';
import type { ShownMismatch } from './shown-mismatch.ts';
import { verificationMismatches } from './verification.ts';

export type { ShownMismatch };

/** Reads the mismatches that Pact found from a command's output. */
export function mismatchesIn(output: string): ShownMismatch[] {
  return [...mockServerMismatches(output), ...verificationMismatches(output)];
}
