import type { RequestListener, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Limits } from './config/index.ts';
import { createServer } from './node-http.ts';

/** How often connections that take too long are looked for, in milliseconds. */
const checkingIntervalMs = 1000;
const maxHeaderSize = 16 * 1024;

/**
 * A server that answers at an address, and gives up on clients that are too slow.
 * @throws Error when the address can't be had (code EADDRINUSE when the port is taken)
 */
export function listen(
  application: RequestListener,
  { port, host }: { readonly port: number; readonly host: string },
  limits: Limits,
): Promise<Server> {
  const { requestTimeout, headersTimeout, keepAliveTimeout } = limits;
  const server = createServer(
    {
      requestTimeout,
      // Node wants it to be no longer than the whole request may take.
      headersTimeout: Math.min(headersTimeout, requestTimeout),
      keepAliveTimeout,
      connectionsCheckingInterval: Math.min(checkingIntervalMs, headersTimeout),
      maxHeaderSize,
    },
    application,
  );
  server.on('connection', (socket: Socket) => {
    const open = connections.get(server) ?? new Set();
    connections.set(server, open.add(socket));
    socket.once('close', () => open.delete(socket));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

/** The open connections of a server. */
const connections = new WeakMap<Server, Set<Socket>>();

/** Browsers open connections in advance; one on which nothing was asked yet is not idle to Node. */
function closeUnusedConnections(server: Server): void {
  for (const socket of connections.get(server) ?? []) if (socket.bytesRead === 0) socket.destroy();
}

/**
 * Takes no more connections, lets requests under way finish, and cuts those that are not done by the deadline.
 * @param deadline in milliseconds
 */
export function close(server: Server, deadline: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), deadline);
    // A connection that is kept alive becomes idle once its request is answered.
    const sweep = setInterval(() => {
      server.closeIdleConnections();
      closeUnusedConnections(server);
    }, 50);
    server.close(() => {
      clearTimeout(timer);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}
