import { marked, type Token, type Tokens } from 'marked';

/** A part of a document, and where it begins. */
export interface Placed {
  readonly token: Token;
  /** From 1. */
  readonly line: number;
  /** The part that holds it: a link for its text, a table for its cells. */
  readonly parents: readonly Token[];
}

/** All parts of a document, a part before those that it holds. */
export function partsOf(markdown: string): Placed[] {
  const placed: Placed[] = [];
  const visit = (tokens: readonly Token[], parents: readonly Token[], from: number, end: number): void => {
    let cursor = from;
    for (const token of tokens) {
      const found = markdown.indexOf(token.raw, cursor);
      // What a list or a quotation indents is not found as it stands: it counts from where it may begin at the earliest.
      const isThere = found >= 0 && found + token.raw.length <= end;
      const start = isThere ? found : cursor;
      placed.push({ token, line: lineAt(markdown, start), parents });
      visit(heldBy(token), [...parents, token], start, isThere ? start + token.raw.length : end);
      if (isThere) cursor = start + token.raw.length;
    }
  };
  visit(marked.lexer(markdown), [], 0, markdown.length);
  return placed;
}

/** The line, from 1, of a place in a text. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

function heldBy(token: Token): readonly Token[] {
  if (token.type === 'list') return (token as Tokens.List).items;
  if (token.type !== 'table') return ('tokens' in token && token.tokens) || [];
  const { header, rows } = token as Tokens.Table;
  return [header, ...rows].flat().flatMap((cell) => cell.tokens);
}
