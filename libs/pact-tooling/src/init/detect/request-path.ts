import { splitOutside } from './source-text.ts';

/** A request's path with placeholders, e.g. `/users/{id}`, and its query. */
export interface RequestPath {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** The placeholder of an expression: its last name. */
const placeholder = (expression: string): string =>
  `{${/([A-Za-z_$][\w$]*)\W*$/.exec(expression)?.[1] ?? 'value'}}`;

/**
 * The path that a client asks for, from the source of its first argument: a text, a template, a sum of both, or
 * `new URL(text, base)`. An address in front (`https://…`, a variable) belongs to the base.
 * @returns undefined where the source does not show the path
 */
export function requestPath(argument: string): RequestPath | undefined {
  const [, ofUrl] = /^new URL\(([^]*)\)(?:\.href|\.toString\(\))?$/.exec(argument) ?? [];
  const source = ofUrl === undefined ? argument : (splitOutside(ofUrl, ',')[0] ?? '');
  const pieces = splitOutside(source, '+');
  const isText = (piece: string) => /^["'`]/.test(piece);
  if (!pieces.some(isText)) return undefined;
  const whole = pieces.map((piece) => (isText(piece) ? piece.slice(1, -1) : `\${${piece}}`)).join('');
  const shown = whole
    .replace(/\$\{([^}]*)\}/g, (_, expression: string) => placeholder(expression))
    .replace(/^(https?:\/\/[^/]*|\{\w+\})/, '');
  if (shown === '' || shown.startsWith('{') || /\s/.test(shown)) return undefined;
  const [path = '', query = ''] = shown.split('?');
  const pairs = query.split('&').map((pair) => pair.split('=') as [string, string?]);
  return {
    path: path.startsWith('/') ? path : `/${path}`,
    query: Object.fromEntries(pairs.filter(([name]) => name).map(([name, value = '']) => [name, value])),
  };
}
