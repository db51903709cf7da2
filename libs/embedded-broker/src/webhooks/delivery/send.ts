import type { IncomingHttpHeaders } from 'node:http';
import { requestHttp, requestHttps } from '../../node-http.ts';
import { answerTo } from '../../outgoing.ts';
import type { WebhookRequest } from './build-request.ts';
import { addressOf } from './host-list.ts';
import { publicLookup } from './public-lookup.ts';

/** The response of a receiver. */
export interface WebhookResponse {
  readonly httpVersion: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: IncomingHttpHeaders;
  /** At most `maxBodyBytes`; the rest is not read. */
  readonly body: string;
}

export interface SendOptions {
  /** Whether to refuse names with addresses that are not public. */
  readonly publicOnly: boolean;
  readonly rejectUnauthorized: boolean;
  /** Aborts the request. */
  readonly signal?: AbortSignal;
  /** For connecting, sending and reading the response together. */
  readonly timeLimitMs?: number;
}

const defaultTimeLimitMs = 15_000;
const maxBodyBytes = 64 * 1024;

/**
 * Sends a request once. It does not follow redirects, and does not use a proxy.
 * @throws TargetRefused when the host's name has an address that is not allowed
 * @throws Error when no response comes in time
 */
export async function send(request: WebhookRequest, options: SendOptions): Promise<WebhookResponse> {
  const { url, method, headers, body } = request;
  const timeLimitMs = options.timeLimitMs ?? defaultTimeLimitMs;
  const tooSlow = AbortSignal.timeout(timeLimitMs);
  const signal = options.signal ? AbortSignal.any([tooSlow, options.signal]) : tooSlow;
  const start = url.protocol === 'https:' ? requestHttps : requestHttp;
  try {
    const outgoing = start({
      protocol: url.protocol,
      hostname: addressOf(url.hostname) ?? url.hostname,
      port: url.port,
      path: url.pathname + url.search,
      method,
      headers,
      agent: false,
      rejectUnauthorized: options.rejectUnauthorized,
      ...(options.publicOnly ? { lookup: publicLookup } : {}),
    });
    const answered = await answerTo(outgoing, body, { signal, maxBytes: maxBodyBytes });
    const { response } = answered;
    return {
      httpVersion: response.httpVersion,
      status: response.statusCode ?? 0,
      statusText: response.statusMessage ?? '',
      headers: response.headers,
      body: answered.body,
    };
  } catch (error) {
    if (tooSlow.aborted) throw new Error(`no answer within ${timeLimitMs / 1000} seconds`, { cause: error });
    throw error;
  }
}
