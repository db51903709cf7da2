import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { defaultSettings, type BrokerSettings } from './config/index.ts';
import { openDatabase } from './database/index.ts';
import { seedEnvironments } from './environments/index.ts';
import type { BasicAuthConfig } from './http/index.ts';
import { WebhookWorker } from './webhooks/index.ts';

export interface BrokerOptions {
  /** TCP port; 0, the default, takes a free one. */
  readonly port?: number;
  /** Address to listen on; 127.0.0.1 unless told otherwise. */
  readonly host?: string;
  /** SQLite file, created when missing, or `:memory:`, the default, for a broker that forgets. */
  readonly db?: string;
  readonly basicAuth?: BasicAuthConfig | undefined;
  /** What differs from the official defaults. */
  readonly settings?: Partial<BrokerSettings>;
  readonly clock?: () => Date;
}

/** A broker that answers. `await using` closes it at the end of the block. */
export interface RunningBroker extends AsyncDisposable {
  /** Base URL without a trailing slash. */
  readonly url: string;
  /** Lets requests under way finish, leaves webhooks that wait in the queue, closes the database, then resolves. Calling it again changes nothing. */
  close(): Promise<void>;
}

/**
 * Starts a Pact Broker in this process.
 * @throws Error when the database can't be opened (it names the file) or the port is taken (code EADDRINUSE)
 */
export async function startBroker(options: BrokerOptions = {}): Promise<RunningBroker> {
  const { port = 0, host = '127.0.0.1', db = ':memory:', clock = () => new Date() } = options;
  const database = openDatabase(db);
  seedEnvironments(database, clock().toISOString());
  const settings = { ...defaultSettings, ...options.settings };
  const webhooks = new WebhookWorker({ database, settings, clock });
  const app = createApp({
    database,
    clock,
    settings,
    basicAuth: options.basicAuth,
    afterWrite: webhooks.wake,
  });
  let server: Server;
  try {
    server = await new Promise<Server>((resolve, reject) => {
      const starting = app.listen(port, host, (error?: Error) => (error ? reject(error) : resolve(starting)));
    });
  } catch (error) {
    database.close();
    throw error;
  }
  webhooks.wake();
  let closing: Promise<void> | undefined;
  const close = () =>
    (closing ??= new Promise<void>((resolve) => {
      server.close(() => resolve());
    })
      .then(() => webhooks.close())
      .then(() => database.close()));
  const { port: actualPort } = server.address() as AddressInfo;
  const shownHost = host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host;
  return { url: `http://${shownHost}:${actualPort}`, close, [Symbol.asyncDispose]: close };
}
