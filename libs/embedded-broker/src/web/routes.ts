import { Router } from 'express';
import type { Database } from '../database/index.ts';
import { sendPage, wantsHalBrowser, wantsPage } from '../http/index.ts';
import { integrationOverviews } from '../integrations/index.ts';
import { halBrowserPath } from './hal-browser/routes.ts';
import { overviewPage } from './overview-page.ts';
import { stylesheet } from './stylesheet.ts';

/** The pages for people. */
export function webRoutes(database: Database): Router {
  const router = Router();
  router.use((request, response, next) => {
    if (wantsHalBrowser(request)) response.redirect(303, `${halBrowserPath}#${request.url}`);
    else next();
  });
  // No "get": Express would answer OPTIONS itself, which is the API's to answer.
  router.use((request, response, next) => {
    if (request.method === 'GET' && request.path === '/' && wantsPage(request))
      sendPage(response, overviewPage(integrationOverviews(database)));
    else next();
  });
  router.get('/assets/broker.css', (_request, response) => {
    response.set('Cache-Control', 'max-age=3600').type('css').send(stylesheet);
  });
  return router;
}
