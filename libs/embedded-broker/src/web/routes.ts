import { Router, type Request } from 'express';
import type { Database } from '../database/index.ts';
import { integrationOverviews } from '../integrations/index.ts';
import { overviewPage } from './overview-page.ts';
import { stylesheet } from './stylesheet.ts';

const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'self'; frame-ancestors 'self'";

/** The pages for people. A request is taken for one of theirs when it prefers HTML, as a browser does. */
export function webRoutes(database: Database): Router {
  const router = Router();
  router.get('/', (request, response, next) => {
    if (!wantsPage(request)) {
      next();
      return;
    }
    response
      .set('Content-Security-Policy', contentSecurityPolicy)
      .type('html')
      .send(overviewPage(integrationOverviews(database)));
  });
  router.get('/assets/broker.css', (_request, response) => {
    response.set('Cache-Control', 'max-age=3600').type('css').send(stylesheet);
  });
  return router;
}

function wantsPage(request: Request): boolean {
  return request.accepts(['application/hal+json', 'text/html']) === 'text/html';
}
