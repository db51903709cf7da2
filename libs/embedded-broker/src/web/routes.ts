import type { RequestHandler } from 'express';
import { isBadgePath } from '../access/index.ts';
import { inTurn, wantsHalBrowser, type Routing } from '../http/index.ts';
import { canIDeployPages } from './can-i-deploy/pages.ts';
import { environmentPages } from './environments/pages.ts';
import { halBrowserPath } from './hal-browser/routes.ts';
import { integrationPages } from './integration/pages.ts';
import { matrixPages } from './matrix/pages.ts';
import { networkPages } from './network/pages.ts';
import { verificationPages } from './verification/pages.ts';
import { overviewPages } from './overview/pages.ts';
import { pactDiffPages } from './pact-diff/pages.ts';
import { pactPages } from './pact/pages.ts';
import { pacticipantPages } from './pacticipant/pages.ts';
import { pageRouter, type PageRoute } from './page-route.ts';
import { searchPages } from './search/pages.ts';
import { webhookPages } from './webhooks/pages.ts';

/** Every family of pages, a folder each. Of two paths that fit a request the first counts: fixed words before names. */
const families: readonly ((routing: Routing) => readonly PageRoute[])[] = [
  overviewPages,
  environmentPages,
  canIDeployPages,
  networkPages,
  searchPages,
  webhookPages,
  matrixPages,
  pactDiffPages,
  pactPages,
  verificationPages,
  integrationPages,
  pacticipantPages,
];

/** Every page there is, with its path. */
export const allPages = (routing: Routing): readonly PageRoute[] =>
  families.flatMap((family) => family(routing));

/** The pages for people. */
export function webRoutes(routing: Routing): RequestHandler {
  const toHalBrowser: RequestHandler = (request, response, next) => {
    // The browser itself must not be led to itself.
    if (!wantsHalBrowser(request) || request.path.startsWith('/hal-browser/')) next();
    else response.redirect(303, `${routing.urlsOf(request).paths.base}${halBrowserPath}#${request.url}`);
  };
  const pages = pageRouter(routing, allPages(routing));
  return inTurn(toHalBrowser, (request, response, next) => {
    // A badge is a picture for browsers, too; its path would also be that of a pact with the tag "badge".
    if (!isBadgePath(request.path)) return pages(request, response, next);
    next();
  });
}
