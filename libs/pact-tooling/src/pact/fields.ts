import { PactFileError } from './errors.ts';

/** The fields of an object; none of anything else. */
export function fieldsOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
}

/**
 * The items of a list that may be left out.
 * @throws PactFileError when something else stands there
 */
export function listOf(value: unknown, where: string): unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new PactFileError(`${where} must be a list.`);
  return value;
}
