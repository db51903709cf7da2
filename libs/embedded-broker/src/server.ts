import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createApp } from './app.ts';
import {
  completeSettings,
  defaultLimits,
  type BasicAuthConfig,
  type BrokerSettings,
  type Limits,
} from './config/index.ts';
import { openDatabase } from './database/index.ts';
import { seedEnvironments } from './environments/index.ts';
import { close, listen } from './listener.ts';
import type { Logger } from './logger.ts';
import { LongRequests } from './threads/index.ts';
import { LiveUpdates } from './web/live/live-updates.ts';
import { WebhookWorker } from './webhooks/index.ts';

/** Options of {@link startBroker}. */
export interface BrokerOptions {
  /** TCP port; 0, the default, takes a free one. */
  readonly port?: number;
  /** Address to listen on; 127.0.0.1 by default. */
  readonly host?: string;
  /** Path of the SQLite file, created when missing, or `:memory:`, the default, for a broker that forgets. */
  readonly db?: string;
  /** Who may read and write; everybody by default. */
  readonly basicAuth?: BasicAuthConfig | undefined;
  /** What differs from the official defaults. */
  readonly settings?: Partial<BrokerSettings>;
  /** What differs from the usual limits. */
  readonly limits?: Partial<Limits>;
  /** Gets a line per request, and failures; without it only failures are logged, on standard error. */
  readonly logger?: Logger;
  /** The current time, for tests; the system's by default. */
  readonly clock?: () => Date;
  /**
   * Whether the broker ends with one command; it then says so to other commands, which look for another. False by
   * default.
   */
  readonly temporary?: boolean;
}

/** A broker that answers. `await using` closes it at the end of the block. */
export interface RunningBroker extends AsyncDisposable {
  /** Base URL without a trailing slash. */
  readonly url: string;
  /**
   * Lets requests under way finish until the deadline of the limits, leaves webhooks that wait in the queue, closes the
   * database, then resolves. Calling it again changes nothing.
   */
  close(): Promise<void>;
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Starts a Pact Broker in this process.
 * @returns the broker, once it answers
 * @example A broker for a test, in memory, on a free port
 * ```ts
 * import { startBroker } from '@pact-workshop/embedded-broker';
 *
 * await using broker = await startBroker();
 * console.log(`It answers at ${broker.url}.`);
 * ```
 * @example A broker that keeps its data and requires a password
 * ```ts
 * import { startBroker } from '@pact-workshop/embedded-broker';
 *
 * const broker = await startBroker({
 *   port: 9292,
 *   db: 'pact-broker.sqlite',
 *   basicAuth: { writer: { username: 'ci', password: 'secret' }, publicRead: true },
 *   settings: { webhookHostWhitelist: ['ci.example.org'] },
 * });
 * process.once('SIGTERM', () => void broker.close());
 * ```
 * @throws Error when settings are malformed (it names all of them), the database can't be opened (it names the file) or
 * the port is taken (code EADDRINUSE)
 */
export async function startBroker(options: BrokerOptions = {}): Promise<RunningBroker> {
  const { port = 0, host = '127.0.0.1', db = ':memory:', clock = () => new Date() } = options;
  const settings = completeSettings(options.settings ?? {});
  const database = openDatabase(db);
  if (settings.seedExampleData) seedEnvironments(database, clock().toISOString());
  database.neverBlock();
  const limits = { ...defaultLimits, ...options.limits };
  const logger = options.logger ?? pino({ level: 'error' }, pino.destination({ dest: 2, sync: true }));
  const live = new LiveUpdates();
  const webhooks = new WebhookWorker({ database, settings, clock, logger, afterAttempt: live.changed });
  const { threads } = limits;
  // No second connection reaches a database in memory.
  const elsewhere =
    db === ':memory:' || threads === 0
      ? undefined
      : new LongRequests({ db, database, settings, threads, clock, logger });
  const app = createApp({
    database,
    elsewhere,
    clock,
    settings,
    limits,
    logger,
    basicAuth: options.basicAuth,
    isLocal: loopback.has(host),
    temporary: options.temporary,
    live,
    afterWrite: webhooks.wakeSoon,
  });
  let server: Server;
  try {
    server = await listen(app, { port, host }, limits);
  } catch (error) {
    live.close();
    database.close();
    throw error;
  }
  webhooks.wake();
  let closing: Promise<void> | undefined;
  const stop = () => {
    // Pages that listen would hold the server open.
    live.close();
    return (closing ??= close(server, limits.shutdownTimeout)
      .then(() => elsewhere?.close())
      .then(() => webhooks.close())
      .then(() => database.close()));
  };
  const { port: actualPort } = server.address() as AddressInfo;
  const shownHost = host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host;
  return { url: `http://${shownHost}:${actualPort}`, close: stop, [Symbol.asyncDispose]: stop };
}
