import { withPlaceholders } from './template.ts';
import type { RequestTemplate } from './webhook.ts';

/** What is shown in place of a secret; sent back in a PUT, it stands for the stored value. */
export const mask = '**********';

const secretName = /authorization|token|secret|password|cookie|api-?key/i;
/** Shorter values are masked where they stand, but not looked for in other texts, which would lose every `a`. */
const shortestSecret = 4;

/** Whether a value is a mask that came back: nothing but stars, or nothing at all. */
export function isMask(value: unknown): boolean {
  return typeof value === 'string' && /^\**$/.test(value);
}

/** Headers with the values of those masked that are secret by their name. */
export function maskedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, secretName.test(name) ? mask : value]),
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

/** A URL without the password in front of its host. */
export function maskedUrl(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/[^/?#@:]*:)[^/?#@]*@/i, `$1${mask}@`);
}

/** All that must not show in a log: passwords, secret headers, and what basic auth makes of them. */
export function secretsOf({ headers, username, password, url }: RequestTemplate): string[] {
  const values = Object.entries(headers)
    .filter(([name, value]) => isSecretHeader(name, value))
    .flatMap(([, value]) => [value, value.replace(/^\S+\s+/, '')]);
  if (password !== null)
    values.push(password, Buffer.from(`${username ?? ''}:${password}`).toString('base64'));
  const inUrl = URL.parse(withPlaceholders(url))?.password;
  if (inUrl) values.push(inUrl, decodeURIComponent(inUrl));
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
  return secretName.test(name) && !isOnlyParameter(value);
}

/** Whether a value is made of parameters alone, perhaps behind a word that says the scheme (`Bearer ${…}`). */
function isOnlyParameter(value: string): boolean {
  const rest = withPlaceholders(value, '');
  return rest !== value && /^([A-Za-z]+ )?$/.test(rest);
}
