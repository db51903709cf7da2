import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Who may do what. Without this the broker is open to all who reach it. */
export interface BasicAuthConfig {
  readonly writer: Credentials;
  /** May read everything and change nothing. */
  readonly reader?: Credentials | undefined;
  /** Reading needs no credentials. */
  readonly publicRead?: boolean | undefined;
  /** `/diagnostic/status/heartbeat` needs no credentials. */
  readonly publicHeartbeat?: boolean | undefined;
}

/** Basic authentication with the official broker's levels (semantics.md 10). */
export function basicAuth(config: BasicAuthConfig): RequestHandler {
  const writer = digest(config.writer);
  const reader = config.reader && digest(config.reader);
  return (request, response, next) => {
    const given = digestOfHeader(request.get('authorization'));
    const isWriter = given !== undefined && timingSafeEqual(given, writer);
    const isReader = given !== undefined && reader !== undefined && timingSafeEqual(given, reader);
    const isPublic =
      (config.publicHeartbeat === true && request.path === '/diagnostic/status/heartbeat') ||
      (config.publicRead === true && isRead(request));
    if (isPublic || isWriter || (isReader && isRead(request))) {
      next();
      return;
    }
    response.status(401).set('WWW-Authenticate', 'Basic realm="Restricted area"').type('text/plain').end();
  };
}

/** Requests that change nothing; asking for pacts to verify is a POST only because its question needs a body. */
function isRead({ method, path }: Request): boolean {
  return (
    ['GET', 'HEAD', 'OPTIONS'].includes(method) || (method === 'POST' && path.endsWith('/for-verification'))
  );
}

function digestOfHeader(header: string | undefined): Buffer | undefined {
  const [, encoded] = /^Basic +(\S+)$/i.exec(header ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return digest({ username: text.slice(0, Math.max(0, colon)), password: text.slice(colon + 1) });
}

/** Of equal length for all credentials, so that a comparison tells nothing by the time it takes. */
function digest({ username, password }: Credentials): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([username, password]))
    .digest();
}
