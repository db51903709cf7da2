import type { RequestHandler } from 'express';

/** The header of a temporary broker: one that runs for a single command and stops when that ends. */
export const temporaryHeader = 'x-embedded-broker-passing';

/** Adds the header to every answer, so that no other command relies on this broker. */
export const markTemporary: RequestHandler = (_request, response, next) => {
  response.set(temporaryHeader, 'true');
  next();
};
