import { unparsableBody, type MessageError } from './errors.ts';

/** How deep objects and arrays may be nested in what the broker reads. */
export const maxNesting = 50;

/** That objects and arrays are nested deeper than the broker reads. */
class NestingError extends SyntaxError {
  constructor(depth: number) {
    super(`nesting of ${depth} is too deep`);
  }
}

/** What is said of a body that is no JSON, or too deeply nested. */
export function syntaxError(error: unknown): MessageError {
  const kind = error instanceof NestingError ? 'NestingError' : 'ParserError';
  return unparsableBody(`JSON::${kind} - ${(error as Error).message}`);
}

/**
 * The text of a JSON body.
 * @throws MessageError (400) when the bytes are not UTF-8, nested too deep, or empty
 */
export function jsonText(bytes: Buffer): string {
  const text = utf8Text(bytes);
  if (typeof text !== 'string') {
    throw unparsableBody(
      `Request body has a non UTF-8 character at char ${text.at} and cannot be parsed as JSON. ` +
        `Fragment preceding invalid character is: '${text.before}'`,
    );
  }
  return text;
}

/** The bytes as text; or, where they are not UTF-8, the position of the first wrong character and what precedes it. */
export function utf8Text(bytes: Buffer): string | { at: number; before: string } {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    const lenient = bytes.toString('utf8');
    const at = lenient.indexOf('\uFFFD');
    return { at: at + 1, before: lenient.slice(Math.max(0, at - 100), at) };
  }
}

/**
 * Refuses what a recursive reader should not be given.
 * @throws SyntaxError when objects and arrays are nested deeper than the broker accepts (50)
 */
export function checkNesting(text: string): void {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 92) i++;
      else if (c === 34) inString = false;
    } else if (c === 34) inString = true;
    else if (c === 123 || c === 91) {
      if (++depth > maxNesting) throw new NestingError(depth);
    } else if (c === 125 || c === 93) depth--;
  }
}

/** An escaped first half of a character outside the basic plane that no second half follows. */
const loneSurrogate = /(?<!\\)(?:\\\\)*\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])/i;

function checkSurrogates(text: string): void {
  const at = text.search(loneSurrogate);
  if (at >= 0) throw new SyntaxError(`incomplete surrogate pair at character ${at + 1}`);
}

/**
 * A JSON body as plain values.
 * @throws MessageError (400) when it can't be parsed, or is neither object nor list
 */
export function parseJsonBody(bytes: Buffer): unknown {
  const text = jsonText(bytes);
  let value: unknown;
  try {
    checkNesting(text);
    checkSurrogates(text);
    value = JSON.parse(text);
  } catch (error) {
    throw syntaxError(error);
  }
  if (typeof value !== 'object' || value === null) {
    throw unparsableBody(`RuntimeError - Expected JSON Object in request body but found ${rubyClass(value)}`);
  }
  return value;
}

/** The kind of a plain JSON value, by the name the official broker gives it in messages. */
export function rubyClass(value: unknown): string {
  if (value === null) return 'NilClass';
  if (Array.isArray(value)) return 'Array';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Float';
  return typeof value === 'boolean' ? (value ? 'TrueClass' : 'FalseClass') : 'Hash';
}

/** The fields of a JSON body; none when it is not an object, so that every required field is missing. */
export function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : {};
}

/** Whether a value says anything: not null, nor an empty text, list or object. */
export function isFilled(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
