import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
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
  const start = url.protocol === 'https:' ? requestHttps : requestHttp;
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = start({
        protocol: url.protocol,
        hostname: addressOf(url.hostname) ?? url.hostname,
        port: url.port,
        path: url.pathname + url.search,
        method,
        headers,
        agent: false,
        rejectUnauthorized: options.rejectUnauthorized,
        signal: options.signal ? AbortSignal.any([tooSlow, options.signal]) : tooSlow,
        ...(options.publicOnly ? { lookup: publicLookup } : {}),
      });
      outgoing.once('response', resolve).once('error', reject).end(body);
    });
    return {
      httpVersion: response.httpVersion,
      status: response.statusCode ?? 0,
      statusText: response.statusMessage ?? '',
      headers: response.headers,
      body: await readBody(response),
    };
  } catch (error) {
    if (tooSlow.aborted) throw new Error(`no answer within ${timeLimitMs / 1000} seconds`, { cause: error });
    throw error;
  }
}

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  // Leaving the loop early closes the connection, so that the rest is not read.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= maxBodyBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, maxBodyBytes).toString('utf8');
}
