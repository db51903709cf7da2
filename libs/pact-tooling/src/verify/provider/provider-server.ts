import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { RequestHandler } from 'express';
import type { Course } from '../course.ts';
import { messageOf } from '../errors.ts';
import { startLocalServer, type LocalServer } from '../local-server.ts';
import { filtering } from './filtering.ts';
import { forward } from './forward.ts';
import { asReceived, withHeaders, type OutgoingRequest } from './outgoing.ts';
import type { Provider } from './send.ts';

export interface ProviderServerOptions {
  readonly course: Course;
  readonly provider: Provider;
  /** Set in every request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly requestFilter: RequestHandler | undefined;
  /** How long the filter, and the provider, may take for a request. */
  readonly timeoutMs: number;
}

/** Stands in the provider's place before the native verifier. */
export interface ProviderServer extends LocalServer {
  /** What the request filter did wrong. */
  readonly filterFailures: readonly unknown[];
}

/** Starts a server that sends every request on to the provider, and keeps what went to and fro. */
export async function startProviderServer(options: ProviderServerOptions): Promise<ProviderServer> {
  const { course, provider, headers, requestFilter, timeoutMs } = options;
  const { host } = new URL(provider.baseUrl);

  async function pass(outgoing: OutgoingRequest, response: ServerResponse): Promise<void> {
    const run = course.current;
    const { exchange, failure } = await forward(outgoing, response, provider, timeoutMs);
    if (!run) return;
    run.exchange = exchange;
    if (failure === undefined) return;
    run.unanswered = `the provider did not answer ${outgoing.method} ${outgoing.path}: ${failure}`;
  }

  /** The verifier names this server as the host, unless the contract names one. */
  function addressed(request: IncomingMessage, body: Buffer): OutgoingRequest {
    const received = asReceived(request, body);
    const own = `127.0.0.1:${server.port}`;
    const named = received.headers.map(([name, value]) =>
      name.toLowerCase() === 'host' && value === own ? ([name, host] as const) : ([name, value] as const),
    );
    return { ...received, headers: withHeaders(named, headers) };
  }

  function onFailure(error: unknown): void {
    filterFailures.push(error);
    if (course.current) course.current.spoiled ??= `the request filter failed: ${messageOf(error)}`;
  }

  const filterFailures: unknown[] = [];
  const plain: RequestListener = (request, response) => {
    // A request that breaks off ends nothing but itself.
    buffer(request)
      .then((body) => pass(addressed(request, body), response))
      .catch(() => response.destroy());
  };
  const listener = requestFilter
    ? await filtering(requestFilter, timeoutMs, { addressed, pass, onFailure })
    : plain;
  const server = await startLocalServer(listener, (http) => {
    // Node would answer these by itself.
    http.on('checkContinue', listener).on('checkExpectation', listener);
    http.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      if (course.current) course.current.unanswered = `its request can't be passed on: ${error.message}`;
      socket.destroy();
    });
  });
  return { ...server, filterFailures };
}
