import type { RequestHandler } from 'express';
import type { Logger } from '../logger.ts';

/**
 * Logs each request when it is over: never headers, queries or bodies, since those may hold secrets.
 * `bytes` are those sent, headers included; a client that went away before the answer has status 0.
 */
export function accessLog(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const { method, socket } = request;
    const sentBefore = socket.bytesWritten;
    response.once('close', () => {
      const status = response.headersSent ? response.statusCode : 0;
      const user: unknown = response.locals['user'];
      const entry = {
        method,
        path: request.originalUrl.split('?', 1)[0],
        status,
        ms: Math.round((performance.now() - started) * 10) / 10,
        bytes: socket.bytesWritten - sentBefore,
        address: socket.remoteAddress ?? request.ip ?? '',
        user,
      };
      if (status >= 500) logger.error(entry, 'request');
      else logger.info(entry, 'request');
    });
    next();
  };
}
