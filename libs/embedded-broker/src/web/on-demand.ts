import type { RequestHandler } from 'express';
import { wantsHalBrowser, wantsPage, type Routing } from '../http/index.ts';

/**
 * The pages, loaded when a browser asks for the first one. They are most of the broker's files, and a command that
 * starts a broker for its length asks for none.
 * @param isSoon loads them at once, so that nobody waits while the first page is asked for
 */
export function pagesOnDemand(routing: Routing, isSoon: boolean): RequestHandler {
  const load = () => import('./routes.ts').then(({ webRoutes }) => webRoutes(routing));
  let pages = isSoon ? load() : undefined;
  return (request, response, next) => {
    if (!wantsPage(request) && !wantsHalBrowser(request)) return next();
    pages ??= load();
    return pages.then((handle) => handle(request, response, next));
  };
}
