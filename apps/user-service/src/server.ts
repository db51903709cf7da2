import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp, type AppOptions } from './app.ts';

export interface RunningServer extends AsyncDisposable {
  /** Base URL without a trailing slash. */
  readonly url: string;
  /** Stops accepting, lets requests under way finish (for three seconds at most), then resolves. */
  close(): Promise<void>;
}

/**
 * Starts the service on 127.0.0.1.
 * @param options what the app needs, and the port; 0 takes a free one
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startServer(options: AppOptions & { readonly port: number }): Promise<RunningServer> {
  const server = await new Promise<Server>((resolve, reject) => {
    const starting = createApp(options).listen(options.port, '127.0.0.1', (error?: Error) => {
      if (error) reject(error);
      else resolve(starting);
    });
  });
  const close = () =>
    new Promise<void>((resolve, reject) => {
      // To Node, a connection that somebody opened and never used is not idle: it would be waited for.
      const deadline = setTimeout(() => server.closeAllConnections(), 3000);
      server.close((error) => {
        clearTimeout(deadline);
        if (error) reject(error);
        else resolve();
      });
    });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close, [Symbol.asyncDispose]: close };
}
