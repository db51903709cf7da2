import type { Token, Tokens } from 'marked';
import { lineAt, partsOf, type Placed } from './markdown.ts';

/** A place that names a document. */
export interface Reference {
  /** From 1. */
  readonly line: number;
  /** As it is written: a path, a path with `#section`, `#section` of the same document, or an address. */
  readonly target: string;
  /** Whether a reader follows it from where it stands, so that a path begins in that folder. */
  readonly isLink: boolean;
}

const slashes = /(?<=^|[\s(,{])\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;
const hashes = /(?<=^|\s)#.*$/gm;
const dashes = /(?<=^|\s)--.*$/gm;
/** How a comment looks, by the ending of the file's name; a file without one of these is a script. */
const comments: Readonly<Record<string, RegExp>> = {
  ts: slashes,
  tsx: slashes,
  mjs: slashes,
  css: slashes,
  sql: dashes,
};

/** A README alone is what many folders have, not a document of its own. */
const mention = /(?<![\w/.:*>-])(?!README(?:\.\w+)?\.md)(?:[\w.-]+\/)*[\w.-]*\w\.md(?:#[\w-]+)?/g;
const attribute = /\b(?:src|srcset|href)="([^"]+)"/g;

/** What a file names: a document by its links and its text, any other file by its comments. */
export function referencesIn(path: string, text: string): Reference[] {
  if (path.endsWith('.md')) return partsOf(text).flatMap(referencesOf);
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? '';
  return [...text.matchAll(comments[ending] ?? hashes)].flatMap(({ 0: comment, index }) =>
    mentionsIn(comment, lineAt(text, index)),
  );
}

function referencesOf({ token, line, parents }: Placed): Reference[] {
  if (isLink(token)) return [{ line, target: (token as Tokens.Link).href, isLink: true }];
  if (token.type === 'html') {
    const links = [...token.raw.matchAll(attribute)].map(({ 1: target = '', index }) => ({
      line: line + lineAt(token.raw, index) - 1,
      target,
      isLink: true,
    }));
    return [...links, ...mentionsIn(token.raw.replace(attribute, ''), line)];
  }
  const isProse =
    (token.type === 'text' && !('tokens' in token && token.tokens)) || token.type === 'codespan';
  return isProse && !parents.some(isLink) ? mentionsIn(token.raw, line) : [];
}

const isLink = (token: Token): boolean => token.type === 'link' || token.type === 'image';

function mentionsIn(text: string, line: number): Reference[] {
  return [...text.matchAll(mention)].map(({ 0: target, index }) => ({
    line: line + lineAt(text, index) - 1,
    target,
    isLink: false,
  }));
}
