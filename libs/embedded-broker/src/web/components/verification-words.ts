import type { VerificationStatus } from '../../verifications/index.ts';
import type { Content } from '../html.ts';
import { status, type Tone } from './status.ts';

const words: Readonly<Record<VerificationStatus, readonly [Tone, string]>> = {
  success: ['good', 'Verified'],
  failed: ['bad', 'Failed'],
  failed_pending: ['open', 'Failed while pending'],
  stale: ['open', 'Changed since verified'],
  never: ['none', 'Never verified'],
};

/** The tone and the words of a status. */
export const verificationTone = (state: VerificationStatus): readonly [Tone, string] => words[state];

/** How a pact stands with its provider. */
export function verificationWords(state: VerificationStatus): Content {
  return status(...words[state]);
}

/** Where a pact stands by one result for its own content. */
export function resultState({
  success,
  pending,
}: {
  readonly success: boolean;
  readonly pending: boolean;
}): VerificationStatus {
  if (success) return 'success';
  return pending ? 'failed_pending' : 'failed';
}
