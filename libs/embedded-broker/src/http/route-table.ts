import type { Request, RequestHandler } from 'express';
import { inTurn } from './in-turn.ts';

/** Where routes are mounted. */
export interface Routes {
  /** @param path words and `:names`; each name is matched on the raw path and decoded by itself, so it may hold `%2F` */
  all(path: string, handler: RequestHandler): unknown;
}

interface Route {
  /** How many were mounted before it. */
  readonly place: number;
  /** Which segment is which parameter. */
  readonly names: ReadonlyMap<number, string>;
  readonly handler: RequestHandler;
}

/** The routes whose paths begin alike. */
interface Branch {
  /** By the next word, in lower case. */
  readonly words: Map<string, Branch>;
  /** Those whose next segment is a name. */
  names: Branch | undefined;
  /** Those that end here. */
  readonly routes: Route[];
}

const branch = (): Branch => ({ words: new Map(), names: undefined, routes: [] });

/**
 * Routes that are found segment by segment. They match as in an Express router (in any case, with or without a slash at
 * the end, in the order in which they were mounted), which would try all of them one after the other.
 */
export class RouteTable implements Routes {
  private readonly root = branch();
  private readonly mounted: string[] = [];

  /** The paths of all routes. */
  get paths(): readonly string[] {
    return this.mounted;
  }

  all(path: string, handler: RequestHandler): void {
    const names = new Map<number, string>();
    let end = this.root;
    for (const [index, segment] of segmentsOf(path).entries()) {
      const [, name] = /^:(\w+)$/.exec(segment) ?? [];
      if (name !== undefined) {
        names.set(index, name);
        end = end.names ??= branch();
      } else if (/^[\w.-]*$/.test(segment)) end = wordOf(end, segment.toLowerCase());
      else throw new Error(`The path of a route consists of words and :names, other than ${path}.`);
    }
    end.routes.push({ place: this.mounted.length, names, handler });
    this.mounted.push(path);
  }

  /** Hands a request to the routes that match its path, one after the other. */
  readonly handle: RequestHandler = (request, response, next) => {
    const segments = segmentsOf(request.path);
    const found = matching(this.root, segments, 0);
    if (found.length === 0) {
      next();
      return;
    }
    const outside = request.params;
    const handlers = found.map(({ names, handler }): RequestHandler => (...call) => {
      request.params = paramsOf(names, segments);
      return handler(...call);
    });
    inTurn(...handlers)(request, response, (error?: unknown) => {
      request.params = outside;
      next(error === 'router' ? undefined : error);
    });
  };
}

/** The segments of a path; one slash at its end means nothing. */
function segmentsOf(path: string): string[] {
  return path.slice(1, path.length > 1 && path.endsWith('/') ? -1 : undefined).split('/');
}

function wordOf(from: Branch, word: string): Branch {
  const known = from.words.get(word);
  if (known) return known;
  const created = branch();
  from.words.set(word, created);
  return created;
}

/** The routes that match, in their order. */
function matching(from: Branch, segments: readonly string[], index: number): readonly Route[] {
  const segment = segments[index];
  if (segment === undefined) return from.routes;
  const word = from.words.get(segment.toLowerCase());
  const byWord = word ? matching(word, segments, index + 1) : [];
  const byName = from.names && segment !== '' ? matching(from.names, segments, index + 1) : [];
  if (byName.length === 0) return byWord;
  if (byWord.length === 0) return byName;
  return [...byWord, ...byName].sort((a, b) => a.place - b.place);
}

function paramsOf(names: ReadonlyMap<number, string>, segments: readonly string[]): Request['params'] {
  const params: Record<string, string> = {};
  for (const [index, name] of names) params[name] = decoded(segments[index] ?? '');
  return params;
}

/** @throws URIError with the status 400 for what is not encoded as in a URL */
function decoded(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    throw Object.assign(new URIError(`Failed to decode param '${segment}'`), { status: 400 });
  }
}
