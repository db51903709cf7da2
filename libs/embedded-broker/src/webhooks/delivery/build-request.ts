import type { RequestTemplate } from '../definition/webhook.ts';
import { renderBody } from './render-body.ts';
import { render, urlEscape, type TemplateParameters } from './template.ts';

/** A request with all its parameters filled in, ready to be sent. */
export interface WebhookRequest {
  readonly method: string;
  readonly url: URL;
  /** By lower-case name, in the order of sending. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Headers that the broker sets itself; those of a template would break the request. */
const ownHeaders = new Set(['content-length', 'transfer-encoding', 'connection']);

/**
 * Fills a template in. A body without a content type is sent as a form, as the official broker does.
 * @throws TypeError when the filled URL is not a URL
 */
export function buildRequest(
  template: RequestTemplate,
  parameters: TemplateParameters,
  userAgent: string,
): WebhookRequest {
  const fill = (text: string) => render(text, parameters);
  const url = new URL(render(template.url, parameters, urlEscape));
  const body = template.body === null ? undefined : renderBody(template.body, template, parameters);
  const given = Object.entries(template.headers)
    .filter(([name]) => !ownHeaders.has(name))
    .map(([name, value]) => [name, fill(value)] as const);
  const headers: Record<string, string> = {
    accept: '*/*',
    'user-agent': userAgent,
    ...Object.fromEntries(given),
  };
  if (template.username) {
    const credentials = `${fill(template.username)}:${fill(template.password ?? '')}`;
    headers['authorization'] = `Basic ${Buffer.from(credentials).toString('base64')}`;
  }
  headers['host'] ??= url.host;
  headers['content-length'] = String(Buffer.byteLength(body ?? ''));
  if (body !== undefined) headers['content-type'] ??= 'application/x-www-form-urlencoded';
  return { method: template.method.toUpperCase(), url, headers, body };
}
