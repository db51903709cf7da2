import express, { type Express, type Request } from 'express';
import { badgeRoutes } from './badges/routes.ts';
import { branchRoutes } from './branches/routes.ts';
import type { BrokerSettings } from './config/index.ts';
import { dashboardRoutes } from './dashboard/routes.ts';
import type { Database } from './database/index.ts';
import { recordingRoutes } from './environments/recording-routes.ts';
import { environmentRoutes } from './environments/routes.ts';
import {
  basicAuth,
  checkPath,
  commonHeaders,
  failure,
  notFound,
  retryWithoutSuffix,
  Urls,
  type BasicAuthConfig,
  type Routing,
} from './http/index.ts';
import { integrationRoutes } from './integrations/routes.ts';
import { matrixRoutes } from './matrix/routes.ts';
import { metricsRoutes } from './metrics/routes.ts';
import { networkRoutes } from './network/routes.ts';
import { pacticipantRoutes } from './pacticipants/routes.ts';
import { pactsForVerificationRoutes } from './pacts-for-verification/routes.ts';
import { providerStateRoutes } from './provider-states/routes.ts';
import { publishRoutes } from './pacts/publish-routes.ts';
import { pactRoutes } from './pacts/routes.ts';
import { rootRoutes } from './root/routes.ts';
import { tagRoutes } from './tags/routes.ts';
import { verificationRoutes } from './verifications/routes.ts';
import { versionRoutes } from './versions/routes.ts';
import { documentationRoutes } from './web/documentation/routes.ts';
import { halBrowserRoutes } from './web/hal-browser/routes.ts';
import { webRoutes } from './web/routes.ts';

export interface AppOptions {
  readonly database: Database;
  readonly basicAuth?: BasicAuthConfig | undefined;
  readonly settings: BrokerSettings;
  readonly clock: () => Date;
}

/** How large a body may be: pacts of a few megabytes exist, and grow by a third in base64. */
const maxBody = '50mb';

/** The broker as an Express application. */
export function createApp({ database, basicAuth: auth, settings, clock }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', false);
  app.use(commonHeaders, checkPath);
  if (auth) app.use(basicAuth(auth));
  app.use(webRoutes(database));
  app.use(express.raw({ type: () => true, limit: maxBody }));

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
  badgeRoutes(routing);
  pactRoutes(routing);
  verificationRoutes(routing);
  pacticipantRoutes(routing);
  matrixRoutes(routing);
  branchRoutes(routing);
  tagRoutes(routing);
  recordingRoutes(routing);
  versionRoutes(routing);
  environmentRoutes(routing);
  integrationRoutes(routing);
  dashboardRoutes(routing);
  metricsRoutes(routing);
  networkRoutes(routing);
  providerStateRoutes(routing);
  documentationRoutes(routing);
  halBrowserRoutes(routing);
  app.use(routing.router, retryWithoutSuffix(routing.router));
  app.use(notFound, failure);
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
