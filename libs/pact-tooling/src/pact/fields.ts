import { PactFileError } from './errors.ts';

/** The fields of an object; none of another value. */
export function fieldsOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
}

/**
 * The items of an optional list.
 * @throws PactFileError if the value is not a list
 */
export function listOf(value: unknown, where: string): unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new PactFileError(`${where} must be a list.`);
  return value;
}
