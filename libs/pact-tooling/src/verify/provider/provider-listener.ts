import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Course } from '../course.ts';
import { readAll } from '../read-all.ts';
import { messageOf } from '../errors.ts';
import { filtering } from './filtering.ts';
import { forward } from './forward.ts';
import { asReceived, withHeaders, type OutgoingRequest } from './outgoing.ts';
import type { RequestFilter } from './request-filter.ts';
import type { Provider } from './send.ts';

export interface ProviderListenerOptions {
  readonly course: Course;
  readonly provider: Provider;
  /** Headers for every request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly requestFilter: RequestFilter | undefined;
  /** Timeout of the filter, and of the provider, for a request. */
  readonly timeoutMs: number;
  /** Called for every failure of the request filter. */
  readonly onFilterFailure: (error: unknown) => void;
}

/** Forwards every request of the native verifier to the provider, and records request and answer. */
export async function providerListener(options: ProviderListenerOptions): Promise<RequestListener> {
  const { course, provider, headers, requestFilter, timeoutMs, onFilterFailure } = options;
  const { host } = new URL(provider.baseUrl);

  async function pass(outgoing: OutgoingRequest, response: ServerResponse): Promise<void> {
    const run = course.current;
    const { exchange, failure } = await forward(outgoing, response, provider, timeoutMs);
    if (!run) return;
    run.exchange = exchange;
    if (failure === undefined) return;
    run.unanswered = `the provider did not answer ${outgoing.method} ${outgoing.path}: ${failure}`;
  }

  /** The verifier's host is our server, unless the contract has one. */
  function addressed(request: IncomingMessage, body: Buffer): OutgoingRequest {
    const received = asReceived(request, body);
    const own = `127.0.0.1:${request.socket.localPort}`;
    const named = received.headers.map(([name, value]) =>
      name.toLowerCase() === 'host' && value === own ? ([name, host] as const) : ([name, value] as const),
    );
    return { ...received, headers: withHeaders(named, headers) };
  }

  function onFailure(error: unknown): void {
    onFilterFailure(error);
    if (course.current) course.current.spoiled ??= `the request filter failed: ${messageOf(error)}`;
  }

  if (requestFilter) return filtering(requestFilter, timeoutMs, { addressed, pass, onFailure });
  return (request, response) => {
    // A broken request affects only itself.
    readAll(request)
      .then((body) => pass(addressed(request, body), response))
      .catch(() => response.destroy());
  };
}
