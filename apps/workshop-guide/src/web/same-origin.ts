import type { RequestHandler } from 'express';
import { errorPage } from './pages/error-page.ts';

/** Names by which this machine is reached from itself. Any other name in a request was made to point here by somebody. */
const ownNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Keeps other sites away from the guide, which lays out files and runs commands: a foreign name (DNS rebinding) gets
 * nothing at all, and a form of another site does nothing.
 */
export const onlyFromHere: RequestHandler = (request, response, next) => {
  const { host = '', origin } = request.headers;
  if (!ownNames.has(host.replace(/:\d+$/, ''))) {
    response.status(421).send(errorPage('Not this address', 'The guide answers only at 127.0.0.1.'));
  } else if (request.method !== 'GET' && request.method !== 'HEAD' && origin !== `http://${host}`) {
    response.status(403).send(errorPage('Not from here', 'Only the guide’s own pages may do this.'));
  } else {
    next();
  }
};

/** What a browser may do with the pages: only what comes from here, and nothing inline. */
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
