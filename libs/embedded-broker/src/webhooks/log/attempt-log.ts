import { maskedHeaders, maskedUrl } from '../definition/masking.ts';
import type { WebhookRequest } from '../delivery/build-request.ts';
import type { WebhookResponse } from '../delivery/send.ts';
import type { EventContext } from '../events/event-context.ts';

/** What the log of an attempt reports. */
export interface LoggedAttempt {
  readonly context: EventContext;
  /** Undefined when no request could be built from the template. */
  readonly request: WebhookRequest | undefined;
  readonly response: WebhookResponse | undefined;
  /** Why there is no response. */
  readonly error: { readonly message: string; readonly isPublic: boolean } | undefined;
  /** Undefined for a webhook that is not saved. */
  readonly uuid: string | undefined;
  /** The last line; undefined for no such line. */
  readonly conclusion: string | undefined;
}

/**
 * Why a response is not shown (official text): people who save webhooks could read what only the broker's machine may.
 */
export function hiddenResponseText(baseUrl: string): string {
  return (
    'For security purposes, the response details are not logged. To enable response logging, configure the ' +
    `webhook_host_whitelist property. See ${baseUrl}/doc/webhooks#whitelist for more information.`
  );
}

/**
 * The log of an attempt, with the lines of the official broker.
 * Source: docs/official-broker/webhooks.md#logs.
 * @param showResponse whether people may see the response
 */
export function attemptLog(attempt: LoggedAttempt, showResponse: boolean, now: string): string {
  const { context, request, response, error, uuid, conclusion } = attempt;
  const hidden = hiddenResponseText(context.base_url);
  const lines: [level: string, text: string][] = [['DEBUG', `Webhook context ${JSON.stringify(context)}`]];
  const info = (text: string) => lines.push(['INFO', text]);
  if (request) {
    info(`HTTP/1.1 ${request.method} ${maskedUrl(request.url.href)}`);
    for (const [name, value] of Object.entries(maskedHeaders(request.headers))) info(`${name}: ${value}`);
    if (request.body !== undefined) info(request.body);
  }
  if (response && showResponse) {
    info(`HTTP/${response.httpVersion} ${response.status} ${response.statusText}`);
    for (const [name, value] of Object.entries(response.headers)) info(`${name}: ${String(value)}`);
    if (response.body !== '') info(response.body);
  } else if (response) info(hidden);
  if (error) {
    const subject = `Error executing webhook ${uuid ?? ''}`.trimEnd();
    lines.push([
      'ERROR',
      showResponse || error.isPublic ? `${subject}: ${error.message}` : `${subject}. ${hidden}`,
    ]);
  }
  if (conclusion !== undefined) info(conclusion);
  return lines.map(([level, text]) => `[${now.slice(0, 19)}Z] ${level}: ${text}\n`).join('');
}
