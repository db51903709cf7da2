import { randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { http } from '@pact-workshop/broker-client';

/** Contracts may have long queries and headers; Pact's verifier has no limit (bytes). */
const maxHeaderSize = 1024 * 1024;

/** What the native verifier requests in addition to the provider, each at a path that no contract has. */
export type Service = 'pacts' | 'states' | 'messages';

export interface LocalServerOptions {
  /** Answers instead of the provider. */
  readonly provider: RequestListener;
  readonly services: Readonly<Record<Service, RequestListener>>;
  /** Called for a request that can't be read. */
  readonly onUnreadable: (error: Error) => void;
}

/** The only server for the native verifier, on a free port of this machine. */
export interface LocalServer extends AsyncDisposable {
  readonly port: number;
  /** The provider's address, without a path. */
  readonly url: string;
  /** The path of a service. */
  pathOf(service: Service): string;
}

/**
 * Starts the server. There is only one, so that the verifier needs a single connection for an interaction: for the
 * state change, the request, and the teardown.
 */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { provider, services, onUnreadable } = options;
  const prefix = `/${randomUUID()}`;
  const pathOf = (service: Service) => `${prefix}/${service}`;
  const listeners = Object.entries(services).map(
    ([service, listener]) => [pathOf(service as Service), listener] as const,
  );
  const dispatch: RequestListener = (request, response) => {
    const { url = '' } = request;
    const [path, listener = provider] = listeners.find(([start]) => url.startsWith(start)) ?? [];
    if (path !== undefined) request.url = url.slice(path.length);
    listener(request, response);
  };
  const server = http
    .createServer({ insecureHTTPParser: true, maxHeaderSize }, dispatch)
    // Without these, Node would answer itself.
    .on('checkContinue', dispatch)
    .on('checkExpectation', dispatch)
    .on('clientError', (error: Error, socket: Duplex | Socket) => {
      onUnreadable(error);
      socket.destroy();
    });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    pathOf,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
