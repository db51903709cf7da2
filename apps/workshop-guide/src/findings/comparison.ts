import type { TaskResult } from '../progress/index.ts';

export type Mismatch = TaskResult['mismatches'][number];

/** A mismatch as it is shown: expected and actual value. */
export interface Comparison {
  /** Place in the response: a path in the body, a header's name, `status`. */
  readonly where: string;
  /** Value in the contract; undefined when Pact's sentence has no pair of values. */
  readonly expected: string | undefined;
  readonly actual: string | undefined;
  /** Pact's whole sentence. */
  readonly description: string;
}

/** Prepares a mismatch for display. */
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

/** An object or list as JSON on several lines; a text without quotes. */
function readable(value: string): string {
  const text = /^'(?<text>.*)'$/s.exec(value)?.groups?.['text'] ?? value;
  if (!/^[[{]/.test(text)) return text;
  try {
    return shortened(JSON.parse(text));
  } catch {
    return text;
  }
}

/** Shows only the first item of a list. */
function shortened(json: unknown): string {
  if (!Array.isArray(json) || json.length < 2) return JSON.stringify(json, null, 2);
  return JSON.stringify(json.slice(0, 1), null, 2).replace(/\n\]$/, `,\n  … ${json.length - 1} more\n]`);
}
