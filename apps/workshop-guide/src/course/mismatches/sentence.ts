import { readMismatchSentence } from '@pact-workshop/embedded-broker/mismatch-sentence';
import type { ShownMismatch } from './shown-mismatch.ts';

/** Reads place and values from the sentence of a mismatch. */
export function readSentence(
  description: string,
): Pick<ShownMismatch, 'description' | 'path' | 'expected' | 'actual'> {
  const { place, expected, actual } = readMismatchSentence(description);
  return { description, path: place, expected, actual };
}
