import { sourcesOf, type Repository } from '../repository.ts';
import { requestPath, type RequestPath } from './request-path.ts';
import { insideBrackets, splitOutside, withoutComments } from './source-text.ts';

/** A request that the repository's code sends. */
export interface Call extends RequestPath {
  readonly method: string;
  readonly file: string;
  /** Position in the source without comments. */
  readonly index: number;
}

const libraries = /(?:from\s*|require\(\s*)["'](axios|ky|got|undici|superagent|needle|node-fetch)["']/;
const servers = /(?:from\s*|require\(\s*)["'](express|fastify|koa|@hapi\/hapi)["']/;
const verbs = 'get|post|put|patch|delete|head';

/**
 * The requests in the sources that are not tests: `fetch(…)`, `got(…)`, `ky(…)`, and `.get(…)` and the like in a file
 * that imports an HTTP client and no server. It is a search in the text: what hides the path in a variable is not found.
 * Those that read come first.
 */
export function callsIn(repository: Repository): Call[] {
  const calls = sourcesOf(repository).flatMap(([file, text]) => callsOf(file, withoutComments(text)));
  return [
    ...calls.filter(({ method }) => method === 'GET'),
    ...calls.filter(({ method }) => method !== 'GET'),
  ];
}

function callsOf(file: string, source: string): Call[] {
  const patterns = [/(?<![.\w])(?:fetch|got|ky|axios)\s*(?:<[^>()]*>)?\(/g];
  if (libraries.test(source) && !servers.test(source))
    patterns.push(new RegExp(`\\.(?<verb>${verbs})\\s*(?:<[^()]*?>)?\\(`, 'g'));
  return patterns.flatMap((pattern) =>
    [...source.matchAll(pattern)].flatMap((match): Call[] => {
      const [address = '', options = ''] = splitOutside(
        insideBrackets(source, match.index + match[0].length),
        ',',
      );
      const path = requestPath(address);
      if (path === undefined) return [];
      const method = match.groups?.['verb'] ?? /\bmethod:\s*["'](\w+)["']/.exec(options)?.[1] ?? 'GET';
      return [{ ...path, method: method.toUpperCase(), file, index: match.index }];
    }),
  );
}
