import type { Json } from './observation.ts';
import { ownKeys, ownValues } from './own-values.ts';

/** What is one broker's own in its answers. */
export interface Surroundings {
  /** Base URLs by the names that take their place: `{ '<broker>': 'http://127.0.0.1:41234' }`. */
  readonly urls: Readonly<Record<string, string>>;
}

/** A text without what differs from run to run and from broker to broker. */
export function maskText(text: string, { urls }: Surroundings): string {
  let masked = text;
  for (const [name, url] of Object.entries(urls)) masked = masked.replaceAll(url, name);
  for (const [name, url] of Object.entries(urls)) masked = masked.replaceAll(hostOf(url), `${name}:host`);
  return ownValues.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), masked);
}

/** Left out when it equals `createdAt`, to the second or closer: whether it is there is a matter of the moment. */
const momentary = 'updatedAt';

/** The same for JSON, in every key and text. */
export function mask(value: Json, surroundings: Surroundings): Json {
  if (typeof value === 'string') return maskText(value, surroundings);
  if (Array.isArray(value)) return value.map((element: Json) => mask(element, surroundings));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== momentary)
      .map(([key, inner]) => [
        maskText(key, surroundings),
        ownKeys.has(key) && typeof inner === 'string' ? `<${key}>` : mask(inner, surroundings),
      ]),
  );
}

const hostOf = (url: string): string => url.replace(/^https?:\/\//, '');
