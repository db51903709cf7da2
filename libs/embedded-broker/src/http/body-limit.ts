import type { RequestHandler } from 'express';
import type { Limits } from '../config/index.ts';
import { hal } from './media-types.ts';

/**
 * Refuses bodies that are too large with 413 as soon as that is known — by their announced length, or while they
 * arrive — so that none is held in memory. The connection is cut when the client goes on sending all the same.
 * @param limits the largest body, in bytes, and how long a client may take to notice the refusal, in milliseconds
 */
export function bodyLimit({
  maxBody,
  lingerTimeout,
}: Pick<Limits, 'maxBody' | 'lingerTimeout'>): RequestHandler {
  const error = `The request body is larger than ${maxBody} bytes. The setting PACT_BROKER_MAX_BODY_SIZE (in megabytes) allows more.`;
  return (request, response, next) => {
    const refuse = () => {
      if (response.headersSent) return;
      response.status(413).set('Content-Type', `${hal};charset=utf-8`).end(JSON.stringify({ error }));
      const timer = setTimeout(() => request.socket.destroy(), lingerTimeout);
      request.once('close', () => clearTimeout(timer)).resume();
    };
    if (Number(request.get('content-length') ?? 0) > maxBody) {
      refuse();
      return;
    }
    if (request.get('transfer-encoding') !== undefined) {
      let received = 0;
      request.on('data', (chunk: Buffer) => {
        received += chunk.length;
        if (received > maxBody) refuse();
      });
    }
    next();
  };
}
