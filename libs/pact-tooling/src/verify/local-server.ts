import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Contracts may have long queries and headers; Pact's verifier knows no limit (bytes). */
const maxHeaderSize = 1024 * 1024;

/** A server for the native verifier, on a free port of this machine. */
export interface LocalServer extends AsyncDisposable {
  readonly port: number;
  /** Without a path. */
  readonly url: string;
}

/** @param prepare sets up what a server must do besides answering requests */
export async function startLocalServer(
  listener: RequestListener,
  prepare: (server: Server) => void = () => undefined,
): Promise<LocalServer> {
  const server = createServer({ insecureHTTPParser: true, maxHeaderSize }, listener);
  prepare(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
