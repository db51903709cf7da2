/** A place that names a document. */
export interface Reference {
  /** From 1. */
  readonly line: number;
  /** As it is written: a path, a path with `#section`, or `#section` of the same document. */
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
const wholeLink = /\[[^\]]*\]\([^()\s]+\)/g;
const linkTarget = /\]\(([^()\s]+)\)|\b(?:src|srcset|href)="([^"]+)"/g;
const elsewhere = /^[a-z][a-z\d+.-]*:/i;

/** What a file names: a document by its links and its text, any other file by its comments. */
export function referencesIn(path: string, text: string): Reference[] {
  if (path.endsWith('.md')) {
    const prose = blank(text, /^```[\s\S]*?^```/gm);
    const links = linksIn(blank(prose, /`[^`\n]*`/g));
    return [...links, ...mentionsIn(blank(blank(prose, wholeLink), linkTarget))];
  }
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? '';
  return [...text.matchAll(comments[ending] ?? hashes)].flatMap(({ 0: comment, index }) =>
    mentionsIn(comment).map((one) => ({ ...one, line: one.line + lineAt(text, index) - 1 })),
  );
}

function mentionsIn(text: string): Reference[] {
  return [...text.matchAll(mention)].map(({ 0: target, index }) => ({
    line: lineAt(text, index),
    target,
    isLink: false,
  }));
}

function linksIn(text: string): Reference[] {
  return [...text.matchAll(linkTarget)].flatMap(({ 1: inText, 2: inTag, index }) => {
    const target = inText ?? inTag ?? '';
    return elsewhere.test(target) ? [] : [{ line: lineAt(text, index), target, isLink: true }];
  });
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** The text with nothing in place of every match, in as many lines. */
function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => match.replace(/[^\n]/g, ' '));
}
