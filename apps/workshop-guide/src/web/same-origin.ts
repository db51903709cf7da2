import type { RequestHandler } from 'express';
import { errorPage } from './pages/error-page.ts';

/** The names of this machine on itself. Any other name in a request was pointed to this machine by another site. */
const ownNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Protects the guide, which writes files and runs commands, from other sites: requests to a foreign name (DNS
 * rebinding) and forms of other sites are refused.
 */
export const onlyFromHere: RequestHandler = (request, response, next) => {
  const { host = '', origin } = request.headers;
  if (!ownNames.has(host.replace(/:\d+$/, ''))) {
    response.status(421).send(errorPage('Wrong address', 'The guide answers only at 127.0.0.1.'));
  } else if (request.method !== 'GET' && request.method !== 'HEAD' && origin !== `http://${host}`) {
    response.status(403).send(errorPage('Refused', 'Only the guide’s own pages may do this.'));
  } else {
    next();
  }
};

/** Allows a browser only resources of the guide itself, and nothing inline. */
export const strictHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    // Not "no-referrer": browsers would then send "Origin: null" with our own forms.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  });
  next();
};
