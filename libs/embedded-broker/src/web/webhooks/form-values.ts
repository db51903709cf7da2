import { isHash, textOf, type RackHash } from '../../http/index.ts';
import {
  isSecretHeader,
  mask,
  maskedUrl,
  withUrlSecrets,
  type EventName,
  type Scope,
  type Webhook,
} from '../../webhooks/index.ts';

/** The values of the form's fields, without secrets. */
export interface FormValues {
  readonly description: string;
  readonly enabled: boolean;
  readonly consumer: Scope;
  readonly provider: Scope;
  readonly events: readonly string[];
  readonly method: string;
  readonly url: string;
  readonly headers: string;
  readonly body: string;
  readonly username: string;
  /** Whether a password is stored; it stays unless the form has another one. */
  readonly hasPassword: boolean;
}

const usualEvent: EventName = 'contract_requiring_verification_published';

export const newWebhook: FormValues = {
  description: '',
  enabled: true,
  consumer: {},
  provider: {},
  events: [usualEvent],
  method: 'POST',
  url: '',
  headers: 'Content-Type: application/json',
  body: '',
  username: '',
  hasPassword: false,
};

/** The values of a stored webhook. Secrets are masked; a mask that comes back keeps the secret. */
export function valuesOf({ description, enabled, consumer, provider, events, request }: Webhook): FormValues {
  const { method, url, headers, body, username, password } = request;
  return {
    description: description ?? '',
    enabled,
    consumer: consumer ?? {},
    provider: provider ?? {},
    events,
    method,
    url: maskedUrl(url),
    headers: Object.entries(headers)
      .map(([name, value]) => `${name}: ${isSecretHeader(name, value) ? mask : value}`)
      .join('\n'),
    body: bodyText(body),
    username: username ?? '',
    hasPassword: password !== null,
  };
}

/** The values that somebody typed, to be corrected, without secrets: people have to type them again. */
export function valuesTyped(form: RackHash, hasPassword: boolean): FormValues {
  const hash = (name: string): RackHash => {
    const value = form[name];
    return isHash(value) ? value : {};
  };
  const text = (from: RackHash, name: string) => textOf(from[name]) ?? '';
  const scope = (role: string) => ({ name: text(hash(role), 'name'), label: text(hash(role), 'label') });
  const request = hash('request');
  return {
    description: text(form, 'description'),
    enabled: form['enabled'] === 'true',
    consumer: scope('consumer'),
    provider: scope('provider'),
    events: Array.isArray(form['events']) ? form['events'].filter((name) => typeof name === 'string') : [],
    method: text(request, 'method'),
    url: withUrlSecrets(text(request, 'url'), (secret) => (secret === mask ? mask : '')),
    headers: text(request, 'headers')
      .split(/\r?\n/)
      .map((line) => {
        const [, name = '', value = ''] = /^([^:]*):(.*)$/s.exec(line) ?? [];
        return value.trim() !== mask && isSecretHeader(name, value.trim()) ? `${name}: ` : line;
      })
      .join('\n'),
    body: text(request, 'body'),
    username: text(request, 'username'),
    hasPassword,
  };
}

/** The body as people type it: text unchanged, unless it would be read as JSON; any other value as JSON. */
export function bodyText(body: string | null): string {
  if (body === null) return '';
  const value = JSON.parse(body) as unknown;
  if (typeof value !== 'string') return JSON.stringify(value, null, 2);
  try {
    JSON.parse(value);
    return body;
  } catch {
    return value.trim() === '' ? body : value;
  }
}
