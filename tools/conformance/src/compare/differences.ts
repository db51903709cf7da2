import type { Json, Observation } from './observation.ts';

/** One place where two answers are not alike. */
export interface Difference {
  /** `status`, `header location`, `body._links.self.title`, `body.items[0].name`, … */
  readonly place: string;
  /** What the official broker has there; `undefined` where it has nothing. */
  readonly official: Json | undefined;
  readonly embedded: Json | undefined;
}

/**
 * Where two observations differ. The order of keys does not matter, that of array elements does. When the status
 * differs, nothing else is looked at: two answers of different status have different bodies.
 */
export function differences(official: Observation, embedded: Observation): readonly Difference[] {
  const status = inside('status', official['status'], embedded['status']);
  if (status.length > 0) return status;
  return keysOf(official, embedded).flatMap((key) => inside(key, official[key], embedded[key]));
}

function inside(
  place: string,
  official: Json | undefined,
  embedded: Json | undefined,
): readonly Difference[] {
  if (official === embedded) return [];
  if (isArray(official) && isArray(embedded)) {
    const length = Math.max(official.length, embedded.length);
    return Array.from({ length }, (_, index) => index).flatMap((index) =>
      inside(`${place}[${index}]`, official[index], embedded[index]),
    );
  }
  if (isObject(official) && isObject(embedded))
    return keysOf(official, embedded).flatMap((key) =>
      inside(`${place}.${key}`, official[key], embedded[key]),
    );
  return [{ place, official, embedded }];
}

const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keysOf = (one: object, other: object): readonly string[] => [
  ...new Set([...Object.keys(one), ...Object.keys(other)]),
];
