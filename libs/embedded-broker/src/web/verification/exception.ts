import { stripVTControlCharacters } from 'node:util';
import { isFields, textOf } from './fields.ts';

/** What a verifier caught, in words: its class, where that is known, and its message without a terminal's colours. */
export function exceptionText(exception: unknown): string {
  if (!isFields(exception)) return textOf(exception) ?? JSON.stringify(exception);
  const kind = textOf(exception['exceptionClass']) ?? textOf(exception['class']);
  const message = stripVTControlCharacters(textOf(exception['message']) ?? 'without a message').trim();
  return kind === undefined ? message : `${kind}: ${message}`;
}
