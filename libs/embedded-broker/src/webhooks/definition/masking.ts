import { isOnlyParameter, isSecretName } from './secret-names.ts';
import { withUrlSecrets } from './url-secrets.ts';
import type { RequestTemplate } from './webhook.ts';

/** What is shown in place of a secret; sent back in a PUT, it stands for the stored value. */
export const mask = '**********';

/** Shorter values are masked where they stand, but not looked for in other texts, which would lose every `a`. */
const shortestSecret = 4;

/** Whether a value is a mask that came back: nothing but stars, or nothing at all. */
export function isMask(value: unknown): boolean {
  return typeof value === 'string' && /^\**$/.test(value);
}

/** Headers with the values of those masked that are secret by their name. */
export function maskedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, isSecretName(name) ? mask : value]),
  );
}

/** The same for a template: a value that is only a parameter gives nothing away, and is shown. */
export function maskedTemplateHeaders(headers: RequestTemplate['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, isSecretHeader(name, value) ? mask : value]),
  );
}

/** A password of a template, likewise. */
export function maskedPassword(password: string): string {
  return isOnlyParameter(password) ? password : mask;
}

/** A URL without its secrets: what stands in front of the host, and parameters that are secret by their name. */
export function maskedUrl(url: string): string {
  return withUrlSecrets(url, () => mask);
}

/** A URL that was shown masked, with the stored secrets where the masks still stand. */
export function unmaskedUrl(url: string, stored: string): string {
  const secrets = new Map<string, string>();
  withUrlSecrets(stored, (secret, place) => {
    secrets.set(place, secret);
    return secret;
  });
  return withUrlSecrets(url, (secret, place) => (secret === mask ? (secrets.get(place) ?? secret) : secret));
}

/** All that must not show in a log: passwords, secret headers, those of the URL, and what basic auth makes of them. */
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

/** A text with every secret in it masked. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, mask), text);
}

/** Whether a header of a template holds a secret: by its name, unless the value is only a parameter. */
export function isSecretHeader(name: string, value: string): boolean {
  return isSecretName(name) && !isOnlyParameter(value);
}

/** A part of a URL as it was before it was encoded; as it stands when it never was. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
