import express, { type Express, type Request, type RequestHandler } from 'express';
import { basicAuth, refuseCrossOriginWrites, refuseUnknownHosts } from './access/index.ts';
import type { BasicAuthConfig, BrokerSettings, Limits } from './config/index.ts';
import type { Database } from './database/index.ts';
import {
  accessLog,
  answerHeadAsGet,
  bodyLimit,
  checkPath,
  commonHeaders,
  failure,
  inTurn,
  notFound,
  retryWithoutSuffix,
  RouteTable,
  markTemporary,
  Urls,
  type ErrorPage,
  type Routing,
} from './http/index.ts';
import type { Logger } from './logger.ts';
import { allRoutes } from './routes.ts';
import { assetRoutes } from './web/assets/routes.ts';
import { errorPage } from './web/errors/error-page.ts';
import type { LiveUpdates } from './web/live/live-updates.ts';
import { liveRoutes } from './web/live/routes.ts';
import { webRoutes } from './web/routes.ts';

export interface AppOptions {
  readonly database: Database;
  readonly basicAuth?: BasicAuthConfig | undefined;
  readonly settings: BrokerSettings;
  readonly limits: Limits;
  readonly logger: Logger;
  readonly clock: () => Date;
  /** Called after each request that may have written something. */
  readonly afterWrite: () => void;
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
  let last = new Urls('');
  /** Most requests come by the same URL as the one before. */
  const urlsOf = (request: Request) => {
    const base = baseUrl(settings.baseUrls, origin(request));
    if (base !== last.base) last = new Urls(base);
    return last;
  };
  const failurePage: ErrorPage = (request, failure) => errorPage(urlsOf(request).paths, failure);
  const handlers: RequestHandler[] = [];
  if (options.temporary) handlers.push(markTemporary);
  handlers.push(accessLog(logger), commonHeaders, checkPath, assetRoutes());
  if (auth) handlers.push(basicAuth(auth, clock, failurePage));
  // A browser brings no credentials to a foreign name, so that basic auth keeps its scripts out, too.
  if (options.isLocal && (!auth || auth.publicRead))
    handlers.push(refuseUnknownHosts(settings.baseUrls, failurePage));
  handlers.push(
    liveRoutes(live),
    refuseCrossOriginWrites((request) => urlsOf(request).base, failurePage),
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

  const router = new RouteTable();
  const routing: Routing = { router, database, clock, settings, urlsOf };
  for (const mount of allRoutes) mount(routing);
  handlers.push(webRoutes(routing), router.handle, retryWithoutSuffix(router.handle), notFound(failurePage));
  app.use(inTurn(...handlers), failure(logger, failurePage));
  return app;
}

/** The public URL that the request came by; where the broker does not know it, its first one. */
function baseUrl(known: readonly string[], requested: string): string {
  return known.find((url) => url === requested) ?? known[0] ?? requested;
}

/**
 * Where the client sees the broker: the Host it asked for, or what a proxy in front of us says that was. Of several
 * proxies each adds what it saw; the first was asked by the client.
 */
function origin(request: Request): string {
  const forwarded = (name: string) => request.get(name)?.split(',')[0]?.trim() || undefined;
  const asked = forwarded('x-forwarded-proto')?.toLowerCase();
  const protocol = asked === 'http' || asked === 'https' ? asked : request.protocol;
  const host = forwarded('x-forwarded-host') ?? request.get('host') ?? '127.0.0.1';
  return `${protocol}://${host}`;
}
