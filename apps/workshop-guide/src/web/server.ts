import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Companion } from '../checking/index.ts';
import { WorkshopError } from '../errors.ts';
import type { Workshop } from '../guide/index.ts';
import { assets } from './assets.ts';
import { events } from './events.ts';
import { errorPage } from './pages/error-page.ts';
import { actionRoutes, pageRoutes } from './routes.ts';
import { onlyFromHere, strictHeaders } from './same-origin.ts';

/** The guide's page, as it is served. */
export interface GuidePage {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the guide's page on 127.0.0.1.
 * @param port wished for; a free one is taken where another program is on it
 */
export async function servePage(workshop: Workshop, companion: Companion, port: number): Promise<GuidePage> {
  const server = createServer(createApp(workshop, companion));
  try {
    await listen(server, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await listen(server, 0);
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Pages that listen for events would keep it open for ever.
        server.closeAllConnections();
      }),
  };
}

function createApp(workshop: Workshop, companion: Companion): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(strictHeaders, onlyFromHere);
  app.use(assets());
  app.get('/events', events(companion));
  app.use(pageRoutes(workshop, companion));
  app.use(actionRoutes(workshop, companion));
  app.use((_request, response) => {
    response.status(404).send(errorPage('Nothing here', 'There is no such page in the workshop.'));
  });
  app.use(showError);
  return app;
}

const showError: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  if (error instanceof WorkshopError) {
    response.status(409).send(errorPage('Not now', error.message));
    return;
  }
  const status = Number((error as { status?: unknown } | null)?.status);
  if (status >= 400 && status < 500) {
    response.status(status).send(errorPage('Not understood', 'This request can’t be read.'));
    return;
  }
  console.error(error);
  response
    .status(500)
    .send(errorPage('Something went wrong', 'The reason is in the terminal of "make workshop".'));
};

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
