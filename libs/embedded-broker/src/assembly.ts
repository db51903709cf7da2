import type { RequestListener } from 'node:http';
import { createApp, type AppOptions } from './app.ts';
import { fileIdentity } from './database/index.ts';
import { failureLog } from './failure-log.ts';
import type { Logger } from './logger.ts';
import { LongRequests } from './threads/index.ts';
import { LiveUpdates } from './web/live/live-updates.ts';
import { WebhookWorker } from './webhooks/index.ts';

/** What answers the requests of a broker, and works for it beside them. */
export interface Assembly {
  readonly app: RequestListener;
  readonly live: LiveUpdates;
  readonly webhooks: WebhookWorker;
  /** Answers what takes long. A database in memory has none: no second connection reaches it. */
  readonly elsewhere: LongRequests | undefined;
}

/** Options of {@link assemble}. */
export interface AssemblyOptions extends Omit<AppOptions, 'logger' | 'live' | 'elsewhere' | 'afterWrite'> {
  /** Path of the database's file. */
  readonly db: string;
  /** Without it only failures are logged, on standard error. */
  readonly logger: Logger | undefined;
}

/** Puts together what takes the most time to load. `server.ts` imports it once the broker listens. */
export function assemble(options: AssemblyOptions): Assembly {
  const { db, database, settings, clock } = options;
  const { threads } = options.limits;
  const logger = options.logger ?? failureLog();
  const live = new LiveUpdates();
  const webhooks = new WebhookWorker({ database, settings, clock, logger, afterAttempt: live.changed });
  const onWritten = () => {
    webhooks.wakeSoon();
    live.changed();
  };
  const elsewhere =
    db === ':memory:' || threads === 0
      ? undefined
      : new LongRequests({
          db,
          file: fileIdentity(db),
          settings,
          threads,
          clock,
          logger,
          onWritten,
        });
  const app = createApp({ ...options, logger, live, elsewhere, afterWrite: webhooks.wakeSoon });
  return { app, live, webhooks, elsewhere };
}
