import type { ShownMismatch } from './shown-mismatch.ts';

/** Pact's sentences with two values; the first pattern that matches counts. */
const pairs = [
  // Matchers name the actual value first, and the expected one after it.
  /Expected (?<actual>.+?)(?: \((?:\w+|size \d+)\))? to (?:be the same type as|be equal to|match|be like|have (?:minimum|maximum) size of) (?<expected>.+?)(?: \(\w+\))?$/i,
  /Actual map is missing the following keys: (?<expected>.+)$/i,
  /expected (?:header|query parameter) '[^']+' (?:to have|with) value (?<expected>.+) but was (?<actual>.+)$/i,
  /expected (?<expected>.+?) but (?:the actual content type )?(?:was|got|received) (?<actual>.+)$/i,
];

/** The place of a mismatch, in sentences of the tooling and of Pact. */
const places = [/^(?<place>\$\S*): /, /(?:header|query parameter) '(?<place>[^']+)'/i];

/** Reads place and values from the sentence of a mismatch. */
export function readSentence(
  description: string,
): Pick<ShownMismatch, 'description' | 'path' | 'expected' | 'actual'> {
  const values = firstOf(pairs, description);
  return {
    description,
    path: firstOf(places, description)?.['place'],
    expected: values?.['expected'],
    actual: values?.['actual'],
  };
}

function firstOf(patterns: readonly RegExp[], text: string): Record<string, string> | undefined {
  for (const pattern of patterns) {
    const groups = pattern.exec(text)?.groups;
    if (groups) return groups;
  }
  return undefined;
}
