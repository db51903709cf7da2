import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { BasicAuthConfig, Credentials } from '../config/index.ts';
import { accessLevel } from './access-level.ts';
import { sendErrorPage, wantsPage, type ErrorPage } from '../http/index.ts';
import { FailedAttempts } from './failed-attempts.ts';

/** How many refusals wait at a time. Waiting takes memory; a connection that would be one more is closed unanswered. */
const maxWaiting = 200;

/**
 * Basic authentication with the official broker's levels. Whoever gets in is in `response.locals.user` for the log.
 * Source: docs/official-broker/access.md#levels.
 * @param clock times the slowing down of wrong attempts
 * @param page what a browser shows where nobody gives credentials
 */
export function basicAuth(config: BasicAuthConfig, clock: () => Date, page: ErrorPage): RequestHandler {
  const writer = digest(config.writer);
  const reader = config.reader && digest(config.reader);
  const failed = new FailedAttempts(clock);
  let waiting = 0;

  const refuse = (response: Response, wasTried: boolean) => {
    const address = response.req.socket.remoteAddress ?? '';
    const delay = wasTried ? failed.note(address) : 0;
    const send = () => {
      if (response.destroyed) return;
      response.set('WWW-Authenticate', 'Basic realm="Restricted area"');
      if (wantsPage(response.req)) sendErrorPage(response, page, { status: 401 });
      else response.status(401).type('text/plain').end();
    };
    if (delay === 0) {
      send();
      return;
    }
    if (waiting >= maxWaiting) {
      failed.giveBack(address);
      response.destroy();
      return;
    }
    waiting++;
    const timer = setTimeout(send, delay);
    response.once('close', () => {
      clearTimeout(timer);
      waiting--;
      if (!response.headersSent) failed.giveBack(address);
    });
  };

  return (request, response, next) => {
    const level = accessLevel(request.method, request.path, config);
    const header = request.get('authorization');
    const given = digestOfHeader(header);
    const isWriter = given !== undefined && timingSafeEqual(given, writer);
    const isReader = given !== undefined && reader !== undefined && timingSafeEqual(given, reader);
    response.locals['user'] = isWriter
      ? config.writer.username
      : isReader
        ? config.reader?.username
        : undefined;
    if (level === 'public' || isWriter || (isReader && level === 'read')) {
      next();
      return;
    }
    const wasTried = header !== undefined && !isReader;
    refuse(response, wasTried);
  };
}

function digestOfHeader(header: string | undefined): Buffer | undefined {
  const [, encoded] = /^Basic +(\S+)$/i.exec(header ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return digest({ username: text.slice(0, Math.max(0, colon)), password: text.slice(colon + 1) });
}

/** Of equal length for all credentials, so that the time of a comparison reveals nothing. */
function digest({ username, password }: Credentials): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([username, password]))
    .digest();
}
