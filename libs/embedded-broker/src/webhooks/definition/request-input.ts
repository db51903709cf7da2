import { fieldsOf } from '../../http/index.ts';
import { METHODS } from '../../node-http.ts';
import { hostProblem, methodProblem, schemeProblem, type TargetSettings } from '../delivery/target.ts';
import { withPlaceholders } from '../delivery/template.ts';
import { isMask, unmaskedUrl } from './masking.ts';
import type { RequestTemplate } from './webhook.ts';

type Errors = [field: string, messages: string[]][];

/** The mistakes in the `request` of a webhook, one message for each field, in the official words. */
export function requestErrors(request: unknown, settings: TargetSettings): Errors {
  const given = fieldsOf(request);
  if (Object.keys(given).length === 0) return [];
  const { method, url, headers, username, password } = given;
  return [
    ['request.method', filledErrors(method, (text) => methodError(text, settings))],
    ['request.url', filledErrors(url, (text) => urlError(text, settings))],
    ['request.headers', headerErrors(headers)],
    ['request.username', optionalTextErrors(username)],
    ['request.password', optionalTextErrors(password)],
  ];
}

/**
 * The request of a webhook, from a body without mistakes.
 * @param existing the request that it replaces, with the values that masks stand for
 */
export function requestOf(
  given: Readonly<Record<string, unknown>>,
  existing?: RequestTemplate,
): RequestTemplate {
  const { method, url, headers, body, username, password } = given;
  const keepsPassword = password === undefined || isMask(password);
  return {
    method: method as string,
    url: existing ? unmaskedUrl(url as string, existing.url) : (url as string),
    headers: Object.fromEntries(
      Object.entries(fieldsOf(headers)).map(([key, value]) => {
        const name = key.toLowerCase();
        return [name, isMask(value) ? (existing?.headers[name] ?? '') : headerText(value)];
      }),
    ),
    body: body === undefined || body === null ? null : JSON.stringify(body),
    username: (username as string | null | undefined) ?? null,
    password: keepsPassword
      ? (existing?.password ?? (password as string | undefined) ?? null)
      : (password as string | null),
  };
}

function filledErrors(value: unknown, check: (text: string) => string | undefined): string[] {
  if (value === undefined) return ['is missing'];
  if (typeof value !== 'string') return ['must be a string'];
  const problem = value === '' ? 'must be filled' : check(value);
  return problem === undefined ? [] : [problem];
}

function methodError(method: string, settings: TargetSettings): string | undefined {
  const isKnown = METHODS.includes(method.toUpperCase()) && method.toUpperCase() !== 'CONNECT';
  return isKnown ? methodProblem(method, settings) : 'is not a recognised HTTP method';
}

/** The characters of a URL (RFC 3986). `URL` alone would silently correct others. */
const urlText = /^[a-z][a-z0-9+.-]*:\/\/[^/?#](?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})*$/i;

function urlError(text: string, settings: TargetSettings): string | undefined {
  const url = urlText.test(withPlaceholders(text)) ? URL.parse(withPlaceholders(text)) : null;
  if (!url?.hostname) return 'is not a valid URL eg. http://example.org';
  if (URL.parse(withPlaceholders(text, 'differentplaceholder'))?.hostname !== url.hostname) {
    return 'cannot have a template parameter in the host';
  }
  return schemeProblem(url, settings) ?? hostProblem(url, settings);
}

function headerErrors(headers: unknown): string[] {
  if (headers === undefined || headers === null) return [];
  if (typeof headers !== 'object' || Array.isArray(headers)) return ['must be a hash'];
  return Object.entries(headers).flatMap(([name, value]: [string, unknown]) => [
    ...(/^[\w!#$%&'*+.^`|~-]+$/.test(name) ? [] : [`'${name}' is not a valid header name`]),
    ...(typeof value === 'object' && value !== null ? [`${name} must be a string`] : []),
  ]);
}

function optionalTextErrors(value: unknown): string[] {
  return value === undefined || value === null || typeof value === 'string' ? [] : ['must be a string'];
}

function headerText(value: unknown): string {
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
}
