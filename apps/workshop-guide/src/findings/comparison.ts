import type { TaskResult } from '../progress/index.ts';

export type Mismatch = TaskResult['mismatches'][number];

/** A mismatch as it is shown: expected against actual. */
export interface Comparison {
  /** Where in the response: a path in the body, a header's name, `status`. */
  readonly where: string;
  /** What the contract says; undefined when Pact's sentence has no pair of values. */
  readonly expected: string | undefined;
  readonly actual: string | undefined;
  /** Pact's whole sentence. */
  readonly description: string;
}

/** Takes a mismatch apart for showing. */
export function comparisonOf({ path, expected, actual, description }: Mismatch): Comparison {
  const missing = /missing the following keys: (?<keys>.+)/.exec(description)?.groups?.['keys'];
  const header = /header '(?<name>[^']+)'/i.exec(description)?.groups?.['name'];
  const status = /^expected \d+ but was \d+/.test(description);
  return {
    where: path ?? (header === undefined ? (status ? 'status' : 'body') : `header ${header}`),
    expected: expected === undefined ? missing : readable(expected),
    actual: actual === undefined ? missing && 'missing' : readable(actual),
    description,
  };
}

/** JSON on several lines where it is an object or a list; without quotes where it is a text. */
function readable(value: string): string {
  const text = /^'(?<text>.*)'$/s.exec(value)?.groups?.['text'] ?? value;
  if (!/^[[{]/.test(text)) return text;
  try {
    return shortened(JSON.parse(text));
  } catch {
    return text;
  }
}

/** Of a list, the first item is enough to see what it is a list of. */
function shortened(json: unknown): string {
  if (!Array.isArray(json) || json.length < 2) return JSON.stringify(json, null, 2);
  return JSON.stringify(json.slice(0, 1), null, 2).replace(/\n\]$/, `,\n  … ${json.length - 1} more\n]`);
}
