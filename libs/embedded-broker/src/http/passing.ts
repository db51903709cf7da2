import type { RequestHandler } from 'express';

/** The header by which a broker says that it is there for one command only, and ends with it. */
export const passingHeader = 'x-embedded-broker-passing';

/** Says so with every answer, so that no other command relies on this broker. */
export const sayPassing: RequestHandler = (_request, response, next) => {
  response.set(passingHeader, 'true');
  next();
};
