import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

/** Puts `X-Api-Correlation-Id` on every response: the request's own, else a new one. */
export const correlationId: RequestHandler = (request, response, next) => {
  const given = request.get('x-api-correlation-id');
  response.set('X-Api-Correlation-Id', given?.trim() ? given : randomUUID());
  next();
};
