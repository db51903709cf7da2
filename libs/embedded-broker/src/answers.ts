import type { RequestHandler } from 'express';
import {
  answeredElsewhere,
  failure,
  inTurn,
  notFound,
  retryWithoutSuffix,
  RouteTable,
  type ErrorPage,
  type Routing,
} from './http/index.ts';
import type { Logger } from './logger.ts';
import { allRoutes } from './routes.ts';
import { errorPage } from './web/errors/error-page.ts';
import { pagesOnDemand } from './web/on-demand.ts';

/** A page about what went wrong with a request. */
export const failurePage =
  ({ urlsOf }: Pick<Routing, 'urlsOf'>): ErrorPage =>
  (request, what) =>
    errorPage(urlsOf(request).paths, what);

/**
 * Answers each request that may be answered: pages for people, the API for programs, else that nothing is there.
 * @param options.pagesAtOnce loads the pages at once, not with the first request for one
 */
export function answers(
  outside: Omit<Routing, 'router'>,
  { pagesAtOnce }: { readonly pagesAtOnce: boolean },
): RequestHandler {
  const router = new RouteTable();
  const routing: Routing = { ...outside, router };
  for (const mount of allRoutes) mount(routing);
  const handlers = [pagesOnDemand(routing, pagesAtOnce), router.handle, retryWithoutSuffix(router.handle)];
  return answeredElsewhere(inTurn(...handlers, notFound(failurePage(routing))), routing.elsewhere);
}

/** Answers what went wrong on the way, and logs it. */
export const failures = (routing: Pick<Routing, 'urlsOf'>, logger: Logger) =>
  failure(logger, failurePage(routing));
