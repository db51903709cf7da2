import { stripVTControlCharacters } from 'node:util';
import type { RawInteraction, RawMismatch } from '../native/raw-result.ts';
import type { Mismatch } from './result.ts';

/**
 * The mismatches of an interaction that did not pass.
 * @param trouble the reason, if the verifier only knows that a state change failed or its connection broke
 */
export function mismatchesOf(raw: RawInteraction | undefined, trouble: string | undefined): Mismatch[] {
  const { mismatches, message } = raw?.mismatch ?? {};
  if (mismatches) return mismatches.map(toMismatch);
  const description = trouble ?? message ?? 'the interaction could not be run';
  return [{ type: 'error', description, path: undefined, expected: undefined, actual: undefined }];
}

/** The reason in one line: the first mismatch, and the number of the others. */
export function reasonOf(mismatches: readonly Mismatch[]): string {
  const [first, ...more] = mismatches;
  if (!first) return 'it could not be run';
  const reason =
    first.type === 'StatusMismatch'
      ? `the provider answered ${String(first.actual)} where the contract has ${String(first.expected)}`
      : first.description.replaceAll(/\s+/g, ' ');
  return more.length > 0 ? `${reason} (and ${more.length} more)` : reason;
}

function toMismatch({
  type = '',
  mismatch = '',
  path,
  key,
  parameter,
  expected,
  actual,
}: RawMismatch): Mismatch {
  const where = path ?? key ?? parameter;
  const text = stripVTControlCharacters(mismatch);
  const description =
    where !== undefined && where !== '$' && !text.includes(where) ? `${where}: ${text}` : text;
  return { type, description, path: where, expected: readable(expected), actual: readable(actual) };
}

/** The value as text, if the verifier has a body as a list of bytes. */
function readable(value: unknown): unknown {
  const isBytes =
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => Number.isInteger(item) && item >= 0 && item < 256);
  return isBytes ? Buffer.from(value as number[]).toString('utf8') : value;
}
