import express, { type ErrorRequestHandler, type Express } from 'express';
import { errorPage } from './pages/error-page.ts';
import { html, page } from './pages/layout.ts';
import { userListPage } from './pages/user-list-page.ts';
import { userPage } from './pages/user-page.ts';
import { UserServiceError, type UserServiceClient } from './user-service-client/index.ts';

/** The site for administrators, over a client of the User Service. */
export function createApp(users: UserServiceClient): Express {
  const app = express();
  app.disable('x-powered-by');
  app.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/', async (_request, response) => {
    response.send(userListPage(await users.getUsers()));
  });
  app.get('/users/:id', async (request, response) => {
    const id = /^\d{1,15}$/.test(request.params.id) ? Number(request.params.id) : undefined;
    if (id === undefined) {
      response
        .status(400)
        .send(page('Not a user id', html`<p>"${request.params.id}" is no whole number.</p>`));
      return;
    }
    response.send(userPage(await users.getUser(id)));
  });
  app.use((request, response) => {
    response.status(404).send(page('Nothing here', html`<p>There is no page at ${request.path}.</p>`));
  });
  app.use(showError);
  return app;
}

const showError: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  if (error instanceof UserServiceError) {
    const { status, body } = errorPage(error);
    response.status(status).send(body);
    return;
  }
  const status = Number((error as { status?: unknown } | null)?.status);
  if (status >= 400 && status < 500) {
    response.status(status).send(page('Not understood', html`<p>This address can't be read.</p>`));
    return;
  }
  console.error(error);
  response.status(500).send(page('Something went wrong', html`<p>The reason is in the service's log.</p>`));
};
