import express, { type Express, type Request } from 'express';
import { branchRoutes } from './branches/routes.ts';
import type { Logger } from 'pino';
import type { BasicAuthConfig, BrokerSettings, Limits } from './config/index.ts';
import type { Database } from './database/index.ts';
import { recordingRoutes } from './environments/recording-routes.ts';
import { environmentRoutes } from './environments/routes.ts';
import {
  accessLog,
  basicAuth,
  bodyLimit,
  checkPath,
  commonHeaders,
  failure,
  notFound,
  Urls,
  type Routing,
} from './http/index.ts';
import { matrixRoutes } from './matrix/routes.ts';
import { pacticipantRoutes } from './pacticipants/routes.ts';
import { pactsForVerificationRoutes } from './pacts-for-verification/routes.ts';
import { publishRoutes } from './pacts/publish-routes.ts';
import { pactRoutes } from './pacts/routes.ts';
import { rootRoutes } from './root/routes.ts';
import { tagRoutes } from './tags/routes.ts';
import { verificationRoutes } from './verifications/routes.ts';
import { versionRoutes } from './versions/routes.ts';
import { webRoutes } from './web/routes.ts';

export interface AppOptions {
  readonly database: Database;
  readonly basicAuth?: BasicAuthConfig | undefined;
  readonly settings: BrokerSettings;
  readonly limits: Limits;
  readonly logger: Logger;
  readonly clock: () => Date;
}

/** The broker as an Express application. */
export function createApp({
  database,
  basicAuth: auth,
  settings,
  limits,
  logger,
  clock,
}: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', false);
  app.use(accessLog(logger), commonHeaders, checkPath);
  if (auth) app.use(basicAuth(auth, clock));
  app.use(webRoutes(database));
  app.use(bodyLimit(limits.maxBody), express.raw({ type: () => true, limit: limits.maxBody }));

  const routing: Routing = {
    router: express.Router(),
    database,
    clock,
    settings,
    urlsOf: (request) => new Urls(baseUrl(settings.baseUrls, origin(request))),
  };
  rootRoutes(routing);
  publishRoutes(routing);
  pactsForVerificationRoutes(routing);
  pactRoutes(routing);
  verificationRoutes(routing);
  pacticipantRoutes(routing);
  matrixRoutes(routing);
  branchRoutes(routing);
  tagRoutes(routing);
  recordingRoutes(routing);
  versionRoutes(routing);
  environmentRoutes(routing);
  app.use(routing.router);
  app.use(notFound, failure(logger));
  return app;
}

/** The public URL that the request came by; where the broker does not know it, its first one. */
function baseUrl(known: readonly string[], requested: string): string {
  return known.find((url) => url === requested) ?? known[0] ?? requested;
}

/** Where the client sees the broker: the Host it asked for, or what a proxy in front of us says that was. */
function origin(request: Request): string {
  const protocol = request.get('x-forwarded-proto') ?? request.protocol;
  const host = request.get('x-forwarded-host') ?? request.get('host') ?? '127.0.0.1';
  return `${protocol}://${host}`;
}
