import type { RequestHandler } from 'express';
import type { LiveUpdates } from './live-updates.ts';

/** The stream that pages listen to. */
export const livePath = '/live';

/** Tells pages of changes; only to who may read, since it stands behind the credentials. */
export function liveRoutes(live: LiveUpdates): RequestHandler {
  return (request, response, next) => {
    const isAsked = request.path === livePath && (request.get('accept') ?? '').includes('text/event-stream');
    if (request.method !== 'GET' || !isAsked) next();
    else if (!live.listen(response, request.socket.remoteAddress ?? '')) {
      response.status(503).set('Retry-After', '60').end();
    }
  };
}
