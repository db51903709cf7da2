import express, { type Express, type Request } from 'express';
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
  notFound,
  retryWithoutSuffix,
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
  const urlsOf = (request: Request) => new Urls(baseUrl(settings.baseUrls, origin(request)));
  const failurePage: ErrorPage = (request, failure) => errorPage(urlsOf(request).paths, failure);
  if (options.temporary) app.use(markTemporary);
  app.use(accessLog(logger), commonHeaders, checkPath, assetRoutes());
  if (auth) app.use(basicAuth(auth, clock, failurePage));
  // A browser brings no credentials to a foreign name, so that basic auth keeps its scripts out, too.
  if (options.isLocal && (!auth || auth.publicRead))
    app.use(refuseUnknownHosts(settings.baseUrls, failurePage));
  app.use(
    liveRoutes(live),
    refuseCrossOriginWrites((request) => urlsOf(request).base, failurePage),
    // Behind the stream of live updates, which is nothing that ends.
    answerHeadAsGet,
  );
  app.use((request, response, next) => {
    if (request.method !== 'GET') {
      const before = database.written;
      response.once('close', () => {
        afterWrite();
        // Questions are asked with POST too, and what was refused changed nothing: no page has to be fetched again.
        if (response.statusCode < 400 && database.written > before) live.changed();
      });
    }
    next();
  });
  app.use(bodyLimit(limits), express.raw({ type: () => true, limit: limits.maxBody }));

  const routing: Routing = {
    router: express.Router(),
    database,
    clock,
    settings,
    urlsOf,
  };
  for (const mount of allRoutes) mount(routing);
  app.use(webRoutes(routing), routing.router, retryWithoutSuffix(routing.router));
  app.use(notFound(failurePage), failure(logger, failurePage));
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
