import { isFields, type Fields } from './fields.ts';

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

/** The sentences in which verifiers say both. Named groups, since some begin with what came. */
const sentences = [
  /^actual map is missing the following keys: (?<expected>.*)$/is,
  /^expected (?<actual>.*?)(?: \([^()]*\))? to be equal to (?<expected>.*?)(?: \([^()]*\))?$/is,
  /^expected header '.*' to have value (?<expected>.*) but was (?<actual>.*)$/is,
  /^expected header ".*" to equal (?<expected>.*), but was (?<actual>.*)$/is,
  /^expected (?:status(?: code)? of |a body of |body type of )?(?<expected>.*?) (?:but (?:got|was|received)|but the actual content type was) (?<actual>.*?)$/is,
  /^expected (?<actual>.*?)(?: \([^()]*\))? to (?:be )?(?<expected>.*)$/is,
];

/** What may stand before a sentence: where it is, or what kind of mismatch. */
const lead = /^(?:type mismatch|mismatch with [^:]{1,200}): /i;

/** A longer text is not a sentence, and a search in it could take long. */
const longestSentence = 1000;

/** A value without the quotes around it. */
function unquoted(value: string | undefined): string | undefined {
  return value?.replace(/^(['"])(.*)\1$/s, '$2');
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
  const said = valuesIn(words);
  return {
    where: where || undefined,
    words,
    expected: given('expected') ?? unquoted(said?.['expected']),
    actual: given('actual') ?? unquoted(said?.['actual']),
    diff,
  };
}

/** What a sentence says was expected and what came; undefined where it is none that verifiers use. */
function valuesIn(words: string): Record<string, string> | undefined {
  if (words.length > longestSentence) return undefined;
  const sentence = words.replace(lead, '');
  return sentences.map((one) => one.exec(sentence)?.groups).find((groups) => groups);
}

/** pact-jvm puts what a verification threw among the mismatches, too. */
function exceptionIn(fields: Fields): string | undefined {
  const { exception } = fields;
  const own = typeof exception === 'object' && exception !== null ? exception : fields;
  const { exceptionClass, message } = own as { exceptionClass?: unknown; message?: unknown };
  const parts = [exceptionClass, message].flatMap((part) => text(part) ?? []);
  return parts.length > 0 ? parts.join(': ') : text(exception);
}

/** Undefined for nothing, and for an empty text. */
function text(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value || undefined : JSON.stringify(value);
}
