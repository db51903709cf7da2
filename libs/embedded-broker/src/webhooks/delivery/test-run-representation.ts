import { maskedHeaders, maskedUrl } from '../definition/masking.ts';
import { hiddenResponseText } from '../log/attempt-log.ts';
import type { Attempt } from './attempt.ts';

/** The result of a test run. Source: docs/official-broker/webhooks.md#test-runs. */
export function testRunRepresentation(
  attempt: Attempt,
  shown: {
    readonly logs: string;
    readonly showsResponse: boolean;
    readonly baseUrl: string;
    /** Undefined for a webhook that is not saved. */
    readonly webhookUrl: string | undefined;
    /** Of this resource. */
    readonly url: string;
  },
): object {
  const { request, response, errorMessage, isRefused, success } = attempt;
  const { showsResponse, webhookUrl } = shown;
  return {
    ...(errorMessage !== undefined && (showsResponse || isRefused)
      ? { error: { message: errorMessage } }
      : {}),
    ...(request && {
      request: {
        headers: maskedHeaders(request.headers),
        ...(request.body === undefined ? {} : { body: jsonOrText(request.body) }),
        url: pathAndQuery(maskedUrl(request.url.href)),
      },
    }),
    ...(response && showsResponse
      ? { response: { status: response.status, headers: response.headers, body: jsonOrText(response.body) } }
      : {}),
    ...(showsResponse ? {} : { message: hiddenResponseText(shown.baseUrl) }),
    logs: shown.logs,
    success,
    _links: {
      ...(webhookUrl === undefined ? {} : { webhook: { href: webhookUrl } }),
      'try-again': { title: 'Execute the webhook again', href: shown.url },
    },
  };
}

function pathAndQuery(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
