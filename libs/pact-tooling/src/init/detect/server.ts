import { sourcesOf, type Repository } from '../repository.ts';
import { isExported } from './enclosing.ts';
import { withoutComments } from './source-text.ts';

/** An export of a file: `default` for the default one. */
interface Exported {
  readonly name: string;
  readonly isFunction: boolean;
  /** The source of the parameters that a function needs. */
  readonly parameters?: string;
}

/** What answers requests, and how a test gets it. */
export interface Server {
  readonly file: string;
  readonly framework: 'express' | 'fastify' | 'http';
  /** What the file exports: the server itself, or a function that makes it. */
  readonly exported?: Exported;
}

const makers: readonly [Server['framework'], RegExp][] = [
  ['express', /\bexpress\s*\(\s*\)/],
  ['fastify', /\b[Ff]astify\s*(?:<[^(]*>)?\(/],
  ['http', /\bcreateServer\s*\(/],
];

/** The first source that makes a server, one that exports it before others. */
export function serverIn(repository: Repository): Server | undefined {
  const found = sourcesOf(repository).flatMap(([file, text]): Server[] => {
    const source = withoutComments(text);
    const [framework, maker] = makers.find(([, made]) => made.test(source)) ?? [];
    return framework && maker ? [{ file, framework, ...exportOf(source, maker) }] : [];
  });
  return found.find(({ exported }) => exported !== undefined) ?? found[0];
}

function exportOf(source: string, maker: RegExp): Pick<Server, 'exported'> {
  // Loading such a file starts the server at its own port.
  if (/^(?:await\s+)?\w+\s*\.listen\(/m.test(source)) return {};
  const variable = new RegExp(
    `^(?:export\\s+)?(?:const|let)\\s+(\\w+)[^=\\n]*=\\s*(?:http\\.)?${maker.source}`,
    'm',
  ).exec(source)?.[1];
  const named =
    variable !== undefined &&
    (isDefault(source, variable) ? 'default' : isExported(source, variable) ? variable : undefined);
  if (named) return { exported: { name: named, isFunction: false } };
  const place = source.search(maker);
  const makes = [
    ...source.matchAll(
      /^(?:export\s+(?<first>default\s+)?)?(?:async\s+)?function\s+(?<name>\w+)\s*\((?<parameters>[^)]*)\)/gm,
    ),
  ].findLast(({ index }) => index < place);
  const { name, parameters } = makes?.groups ?? {};
  if (name === undefined) return {};
  if (makes?.groups?.['first'] || isDefault(source, name))
    return { exported: { name: 'default', isFunction: true, parameters } };
  return isExported(source, name) ? { exported: { name, isFunction: true, parameters } } : {};
}

const isDefault = (source: string, name: string): boolean =>
  new RegExp(`^(?:export\\s+default|module\\.exports\\s*=)\\s+${name}\\b`, 'm').test(source);
