import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp, type AppOptions } from './app.ts';

export interface RunningServer extends AsyncDisposable {
  /** Base URL without a trailing slash. */
  readonly url: string;
  /** Stops accepting, lets requests under way finish, then resolves. */
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
      server.close((error) => (error ? reject(error) : resolve()));
    });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close, [Symbol.asyncDispose]: close };
}
