import type { Json } from '../../compare/observation.ts';

/** JSON whose lists of one name are in one order. */
export function sorted(value: Json, key: string): Json {
  if (Array.isArray(value)) return value.map((one: Json) => sorted(one, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === key && Array.isArray(inner)
        ? inner.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)))
        : sorted(inner, key),
    ]),
  );
}
