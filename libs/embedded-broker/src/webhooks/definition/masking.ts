import { isOnlyParameter, isSecretName } from './secret-names.ts';
import { withUrlSecrets } from './url-secrets.ts';
import type { RequestTemplate } from './webhook.ts';

/** Shown in place of a secret. In a PUT it stands for the stored value. */
export const mask = '**********';

/** Shorter values are masked in their own place only: in other texts every `a` would be masked. */
const shortestSecret = 4;

/** Whether a value is a mask that a client sent back: only stars, or empty. */
export function isMask(value: unknown): boolean {
  return typeof value === 'string' && /^\**$/.test(value);
}

/** Headers, with the values masked whose names say that they are secret. */
export function maskedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, isSecretName(name) ? mask : value]),
  );
}

/** Headers of a template, masked likewise. A value that is only a parameter is not a secret, and is shown. */
export function maskedTemplateHeaders(headers: RequestTemplate['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, isSecretHeader(name, value) ? mask : value]),
  );
}

/** The password of a template; shown when it is only a parameter. */
export function maskedPassword(password: string): string {
  return isOnlyParameter(password) ? password : mask;
}

/** A URL with its secrets masked: those in front of the host, and parameters whose name says that they are secret. */
export function maskedUrl(url: string): string {
  return withUrlSecrets(url, () => mask);
}

/** A URL that a client sent back, with its masks replaced by the stored secrets. */
export function unmaskedUrl(url: string, stored: string): string {
  const secrets = new Map<string, string>();
  withUrlSecrets(stored, (secret, place) => {
    secrets.set(place, secret);
    return secret;
  });
  return withUrlSecrets(url, (secret, place) => (secret === mask ? (secrets.get(place) ?? secret) : secret));
}

/** The values that a log must not show: passwords, secret headers, secrets of the URL, and basic auth credentials. */
export function secretsOf({ headers, username, password, url }: RequestTemplate): string[] {
  const values = Object.entries(headers)
    .filter(([name, value]) => isSecretHeader(name, value))
    .flatMap(([, value]) => [value, value.replace(/^\S+\s+/, '')]);
  if (password !== null)
    values.push(password, Buffer.from(`${username ?? ''}:${password}`).toString('base64'));
  withUrlSecrets(url, (secret) => {
    values.push(secret, decoded(secret));
    return secret;
  });
  return [...new Set(values)]
    .filter(({ length }) => length >= shortestSecret)
    .toSorted((a, b) => b.length - a.length);
}

/** A text with all its secrets masked. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, mask), text);
}

/** Whether a header of a template holds a secret: its name says so, and the value is not only a parameter. */
export function isSecretHeader(name: string, value: string): boolean {
  return isSecretName(name) && !isOnlyParameter(value);
}

/** A part of a URL, decoded; unchanged when it is not encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
