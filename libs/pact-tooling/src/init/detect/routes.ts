import { sourcesOf, type Repository } from '../repository.ts';
import { withoutComments } from './source-text.ts';

/** A request that the repository's server answers. */
export interface Route {
  readonly method: string;
  /** With placeholders, e.g. `/users/{id}`. */
  readonly path: string;
  readonly file: string;
}

const route =
  /\b(?<on>\w+)\.(?<verb>get|post|put|patch|delete)\s*(?:<[^()]*?>)?\(\s*["'`](?<path>\/[^"'`]*)["'`]\s*,/g;
const comparison = /\b(?:url|pathname|path)\s*===?\s*["'](?<path>\/[^"']*)["']/g;
const server = /\b(?:express|Router|fastify|Fastify|FastifyInstance|createServer)\b/;
const client = /\b(?:axios|ky|got|undici|superagent|needle)\b/;

/**
 * The routes in the sources that are not tests: `app.get('/path', …)` in a file that names Express or Fastify and no
 * client, and comparisons of an address where a plain `createServer` is used.
 */
export function routesIn(repository: Repository): Route[] {
  return sourcesOf(repository).flatMap(([file, text]) => {
    const source = withoutComments(text);
    if (!server.test(source)) return [];
    const routes = client.test(source) ? [] : [...source.matchAll(route)];
    return [
      ...routes.map(({ groups }) => toRoute(file, groups?.['path'] ?? '', groups?.['verb'] ?? 'get')),
      ...(/\bcreateServer\s*\(/.test(source) ? [...source.matchAll(comparison)] : []).map(({ groups }) =>
        toRoute(file, groups?.['path'] ?? '', 'get'),
      ),
    ];
  });
}

const toRoute = (file: string, path: string, verb: string): Route => ({
  file,
  method: verb.toUpperCase(),
  path: path.replace(/:(\w+)(?:\([^)]*\))?\??/g, '{$1}'),
});
