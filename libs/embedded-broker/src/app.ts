import express, { type Express, type RequestHandler } from 'express';
import { basicAuth, refuseCrossOriginWrites, refuseUnknownHosts } from './access/index.ts';
import { answers, failurePage, failures } from './answers.ts';
import type { BasicAuthConfig, BrokerSettings, Limits } from './config/index.ts';
import type { Database } from './database/index.ts';
import {
  accessLog,
  answerHeadAsGet,
  bodyLimit,
  checkPath,
  commonHeaders,
  inTurn,
  markTemporary,
  requestedUrls,
  type Elsewhere,
} from './http/index.ts';
import type { Logger } from './logger.ts';
import { assetRoutes } from './web/assets/routes.ts';
import type { LiveUpdates } from './web/live/live-updates.ts';
import { liveRoutes } from './web/live/routes.ts';

export interface AppOptions {
  readonly database: Database;
  readonly basicAuth?: BasicAuthConfig | undefined;
  readonly settings: BrokerSettings;
  readonly limits: Limits;
  readonly logger: Logger;
  readonly clock: () => Date;
  /** Called after each request that may have written something. */
  readonly afterWrite: () => void;
  /** Answers what takes long; without it, each request is answered here. */
  readonly elsewhere?: Elsewhere | undefined;
  /** Tells open pages of what was written. */
  readonly live: LiveUpdates;
  /** Whether only this machine can reach it: then nobody asks for it by another name. */
  readonly isLocal: boolean;
  /** Whether the broker stops when the command that started it ends. */
  readonly temporary?: boolean;
}

/** The broker as an Express application. */
export function createApp(options: AppOptions): Express {
  const { database, basicAuth: auth, settings, limits, logger, clock, afterWrite, live } = options;
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', false);
  const urlsOf = requestedUrls(settings.baseUrls);
  const page = failurePage({ urlsOf });
  const handlers: RequestHandler[] = [];
  if (options.temporary) handlers.push(markTemporary);
  handlers.push(accessLog(logger), commonHeaders, checkPath, assetRoutes());
  if (auth) handlers.push(basicAuth(auth, clock, page));
  // A browser brings no credentials to a foreign name, so that basic auth keeps its scripts out, too.
  if (options.isLocal && (!auth || auth.publicRead))
    handlers.push(refuseUnknownHosts(settings.baseUrls, page));
  handlers.push(
    liveRoutes(live),
    refuseCrossOriginWrites((request) => urlsOf(request).base, page),
    // Behind the stream of live updates, which is nothing that ends.
    answerHeadAsGet,
    (request, response, next) => {
      if (request.method !== 'GET') {
        const before = database.written;
        response.once('close', () => {
          afterWrite();
          // Questions are asked with POST too, and what was refused changed nothing: no page has to be fetched again.
          if (response.statusCode < 400 && database.written > before) live.changed();
        });
      }
      next();
    },
    bodyLimit(limits),
    express.raw({ type: () => true, limit: limits.maxBody }),
  );

  const outside = { database, clock, settings, urlsOf, elsewhere: options.elsewhere };
  handlers.push(answers(outside, { pagesAtOnce: !options.temporary }));
  app.use(inTurn(...handlers), failures({ urlsOf }, logger));
  return app;
}
