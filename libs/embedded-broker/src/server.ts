import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Assembly } from './assembly.ts';
import {
  completeSettings,
  defaultLimits,
  type BasicAuthConfig,
  type BrokerSettings,
  type Limits,
} from './config/index.ts';
import { openDatabase } from './database/index.ts';
import { seedEnvironments } from './environments/seed.ts';
import { close, listen } from './listener.ts';
import type { Logger } from './logger.ts';

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
  const { load, ...broker } = await openBroker(options);
  try {
    await load();
  } catch (error) {
    await broker.close();
    throw error;
  }
  return broker;
}

/** A broker that listens. Requests wait until it is loaded. */
export interface OpenBroker extends RunningBroker {
  /** Loads what answers: most of the time of a start. It needs nothing that could be missing or wrong on this machine. */
  readonly load: () => Promise<void>;
}

/**
 * Opens the database and listens: all of a start that can fail, and little of its time.
 * @throws Error as {@link startBroker}
 */
export async function openBroker(options: BrokerOptions): Promise<OpenBroker> {
  const { port = 0, host = '127.0.0.1', db = ':memory:', clock = () => new Date() } = options;
  const { basicAuth, logger, temporary } = options;
  const settings = completeSettings(options.settings ?? {});
  const database = openDatabase(db);
  if (settings.seedExampleData) seedEnvironments(database, clock().toISOString());
  database.neverBlock();
  const limits = { ...defaultLimits, ...options.limits };
  const early: Parameters<RequestListener>[] = [];
  let answer: RequestListener = (...exchange) => early.push(exchange);
  const server = await listen((...exchange) => answer(...exchange), { port, host }, limits).catch(
    (error: unknown) => {
      database.close();
      throw error;
    },
  );
  let loading: Promise<Assembly> | undefined;
  const load = async () => {
    loading = import('./assembly.ts').then(({ assemble }) =>
      assemble({
        db,
        database,
        clock,
        settings,
        limits,
        logger,
        basicAuth,
        isLocal: loopback.has(host),
        temporary,
      }),
    );
    const { app, webhooks } = await loading;
    answer = app;
    for (const exchange of early.splice(0)) app(...exchange);
    webhooks.wake();
  };
  const stop = async () => {
    const loaded = await loading?.catch(() => undefined);
    // Pages that listen would hold the server open, and so would requests that nobody will answer.
    if (loaded) loaded.live.close();
    else server.closeAllConnections();
    await close(server, limits.shutdownTimeout);
    await loaded?.elsewhere?.close();
    await loaded?.webhooks.close();
    database.close();
  };
  let closing: Promise<void> | undefined;
  const closeOnce = () => (closing ??= stop());
  const { port: actualPort } = server.address() as AddressInfo;
  const shownHost = host.includes(':') ? `[${host}]` : host === '0.0.0.0' ? '127.0.0.1' : host;
  const url = `http://${shownHost}:${actualPort}`;
  return { url, load, close: closeOnce, [Symbol.asyncDispose]: closeOnce };
}
