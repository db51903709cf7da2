import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Clock } from './auth/bearer-token.ts';
import { requireBearerToken } from './auth/require-bearer-token.ts';
import { correlationId } from './correlation-id.ts';
import type { UserRepository } from './users/user-repository.ts';
import { userRoutes } from './users/user-routes.ts';

export interface AppOptions {
  readonly users: UserRepository;
  readonly jwtSecret: string;
  readonly clock?: Clock;
}

/**
 * The User Service. `main.ts` starts this, and the contract is verified against this: there is no second
 * assembly in which the order of authentication and routes could differ.
 */
export function createApp({ users, jwtSecret, clock = Date.now }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(correlationId);
  app.use(requireBearerToken(jwtSecret, clock));
  app.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.use(userRoutes(users));
  app.use((request, response) => {
    response.status(404).json({ error: `nothing at ${request.path}` });
  });
  app.use(errorAsJson);
  return app;
}

const errorAsJson: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const status = Number((error as { status?: unknown } | null)?.status);
  if (status >= 400 && status < 500) {
    response.status(status).json({ error: 'malformed request' });
    return;
  }
  console.error(error);
  response.status(500).json({ error: 'internal error' });
};
