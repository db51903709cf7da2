import type { Request, RequestHandler, Response } from 'express';
import { csv, hal, svg, yaml } from './media-types.ts';

/**
 * Endings of a path that stand for a media type, as in `/relationships.csv`.
 * Source: docs/official-broker/http.md#endings-of-paths.
 */
const types: Readonly<Record<string, string>> = {
  '.csv': csv,
  '.svg': svg,
  '.json': hal,
  '.yaml': yaml,
};

/** A path without its ending, and the media type that the ending asks for. */
export interface SuffixedPath {
  readonly path: string;
  readonly type: string;
}

/**
 * Splits the ending off a path; undefined when it has none of those that mean something.
 * An encoded dot (`%2E`) always belongs to a name.
 */
export function splitSuffix(path: string): SuffixedPath | undefined {
  const [, stem = '', suffix = ''] = /^(.*)(\.\w+)$/s.exec(path) ?? [];
  const type = types[suffix];
  return type === undefined ? undefined : { path: stem === '' ? '/' : stem, type };
}

/**
 * Whether a resource that has nothing to show should leave the request to `retryWithoutSuffix`. A path is taken as it
 * stands first, so that what is called `1.json` can be reached; only a reading request falls back, so that nobody
 * changes or deletes `1` who asked for `1.json`.
 */
export function hasUntriedSuffix(request: Request, response: Response): boolean {
  return (
    request.method === 'GET' &&
    response.locals['suffixTried'] !== true &&
    splitSuffix(request.path) !== undefined
  );
}

/** Asks the routes again for a path without its ending, with the media type of the ending in place of Accept. */
export function retryWithoutSuffix(routes: RequestHandler): RequestHandler {
  return (request, response, next) => {
    const split = splitSuffix(request.path);
    if (!split || !hasUntriedSuffix(request, response)) {
      next();
      return;
    }
    response.locals['suffixTried'] = true;
    request.headers.accept = split.type;
    request.url = split.path + request.url.slice(request.path.length);
    return routes(request, response, next);
  };
}
