import { isFields, type Fields } from './fields.ts';
import { readMismatchSentence, type MismatchSentence } from './mismatch-sentence.ts';

/** Something in a provider's answer that a consumer does not expect. */
export interface Mismatch {
  /** Which part: `status`, `header Content-Type`, `body $.name`; undefined where the verifier does not say. */
  readonly where: string | undefined;
  /** As the verifier says it. */
  readonly words: string;
  readonly expected: string | undefined;
  readonly actual: string | undefined;
  /** Lines with `-` were expected, those with `+` came. */
  readonly diff: string | undefined;
}

/** A value without the quotes around it; those around nothing are all there is to see of it. */
function unquoted(value: string | undefined): string | undefined {
  return value?.replace(/^(['"])(.+)\1$/s, '$2');
}

/**
 * Reads one mismatch of a verifier; an unknown one is shown as it is.
 * @param value an item of `mismatches`
 */
export function mismatchOf(value: unknown): Mismatch {
  const fields = isFields(value) ? value : {};
  const given = (...keys: string[]) => keys.map((key) => text(fields[key])).find((one) => one !== undefined);
  const where = [given('attribute', 'type'), given('identifier', 'path', 'parameter', 'key')]
    .filter((one) => one !== undefined)
    .join(' ');
  const diff = given('diff');
  const words =
    given('description', 'mismatch', 'message') ??
    exceptionIn(fields) ??
    (diff === undefined ? (text(value) ?? 'null') : 'See the difference below.');
  const said = readMismatchSentence(words);
  return {
    where: where || undefined,
    words,
    expected: shownValue(fields['expected']) ?? expectedIn(said),
    actual: shownValue(fields['actual']) ?? unquoted(said.actual),
    diff,
  };
}

function expectedIn({ relation, expected }: MismatchSentence): string | undefined {
  if (relation === undefined || expected === undefined) return unquoted(expected);
  return `${relation.replace(/^be /, '')} ${expected}`;
}

/** pact-jvm puts what a verification threw among the mismatches, too. */
function exceptionIn(fields: Fields): string | undefined {
  const { exception } = fields;
  const own = typeof exception === 'object' && exception !== null ? exception : fields;
  const { exceptionClass, message } = own as { exceptionClass?: unknown; message?: unknown };
  const parts = [exceptionClass, message].flatMap((part) => text(part) ?? []);
  return parts.length > 0 ? parts.join(': ') : text(exception);
}

/** An empty text would be nothing to see. */
function shownValue(given: unknown): string | undefined {
  return given === '' ? "''" : text(given);
}

/** Undefined for nothing, and for an empty text. */
function text(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value || undefined : JSON.stringify(value);
}
