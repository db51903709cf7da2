import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Companion } from '../checking/index.ts';
import { WorkshopError } from '../errors.ts';
import type { Workshop } from '../guide/index.ts';
import { Actions } from './actions.ts';
import { assets } from './assets.ts';
import { events } from './events.ts';
import { errorPage } from './pages/error-page.ts';
import { actionRoutes, pageRoutes } from './routes.ts';
import { onlyFromHere, strictHeaders } from './same-origin.ts';

/** The running server of the guide's page. */
export interface GuidePage {
  readonly url: string;
  close(): Promise<void>;
}

export interface PageSettings {
  /** Preferred port; a free one is used when it is in use. */
  readonly port: number;
  /** Stops the actions of the page's buttons. */
  readonly signal?: AbortSignal;
}

/** Serves the guide's page on 127.0.0.1. Closing it stops the running actions and waits for them. */
export async function servePage(
  workshop: Workshop,
  companion: Companion,
  { port, signal }: PageSettings,
): Promise<GuidePage> {
  const actions = new Actions(workshop, companion, signal);
  const server = createServer(createApp(workshop, companion, actions));
  try {
    await listen(server, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await listen(server, 0);
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Pages that listen for events would keep the server open.
      server.closeAllConnections();
      await Promise.all([closed, actions.close()]);
    },
  };
}

function createApp(workshop: Workshop, companion: Companion, actions: Actions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(strictHeaders, onlyFromHere);
  app.use(assets());
  app.get('/events', events(companion));
  app.use(pageRoutes(workshop, companion));
  app.use(actionRoutes(workshop, actions));
  app.use((_request, response) => {
    response.status(404).send(errorPage('Not found', 'There is no such page in the workshop.'));
  });
  app.use(showError);
  return app;
}

const showError: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  if (error instanceof WorkshopError) {
    response.status(409).send(errorPage('Not possible now', error.message));
    return;
  }
  const status = Number((error as { status?: unknown } | null)?.status);
  if (status >= 400 && status < 500) {
    response.status(status).send(errorPage('Bad request', 'This request can’t be read.'));
    return;
  }
  console.error(error);
  response
    .status(500)
    .send(errorPage('Something went wrong', 'See the terminal of "make workshop" for the reason.'));
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
