import type { RequestHandler } from 'express';
import { rejectionOf, type Clock } from './bearer-token.ts';

/** Lets a request through only with a good `Authorization: Bearer …`; answers 401 otherwise (RFC 6750, section 3). */
export function requireBearerToken(secret: string, clock: Clock): RequestHandler {
  return (request, response, next) => {
    const [, token] = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
    const rejection = token === undefined ? 'no bearer token' : rejectionOf(token, secret, clock);
    if (rejection === undefined) {
      next();
      return;
    }
    response
      .status(401)
      .set('WWW-Authenticate', token === undefined ? 'Bearer' : 'Bearer error="invalid_token"')
      .json({ error: `unauthorized: ${rejection}` });
  };
}
