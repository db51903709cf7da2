import type { RequestHandler } from 'express';
import { wantsHalBrowser, wantsPage, type Routing } from '../http/index.ts';

/**
 * The pages, loaded when a browser asks for the first one. They are most of the broker's files, and a command that
 * starts a broker for its length asks for none.
 */
export function pagesOnDemand(routing: Routing): RequestHandler {
  let pages: Promise<RequestHandler> | undefined;
  return (request, response, next) => {
    if (!wantsPage(request) && !wantsHalBrowser(request)) return next();
    pages ??= import('./routes.ts').then(({ webRoutes }) => webRoutes(routing));
    return pages.then((handle) => handle(request, response, next));
  };
}
