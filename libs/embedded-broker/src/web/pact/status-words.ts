import { text } from './plain-values.ts';
import type { JsonTree } from '../../pacts/index.ts';

/** The classes of statuses in specification 4. */
const classes: Readonly<Record<string, string>> = {
  info: 'is informational (100 to 199)',
  success: 'is a success (200 to 299)',
  redirect: 'is a redirect (300 to 399)',
  clientError: 'is an error of the client (400 to 499)',
  serverError: 'is an error of the server (500 to 599)',
  nonError: 'is no error (below 400)',
  error: 'is an error (400 or above)',
};

/** What a status may be: one of a class, or one of several. */
export function statusWords(status: JsonTree | undefined): string {
  const one = text(status);
  if (one !== undefined) return Object.hasOwn(classes, one) ? (classes[one] ?? '') : `is of the class ${one}`;
  const several = Array.isArray(status) ? status.flatMap((each) => text(each) ?? []) : [];
  return several.length === 0 ? 'is a status' : `is one of ${several.join(', ')}`;
}
