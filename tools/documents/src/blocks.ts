import type { Tokens } from 'marked';
import { partsOf } from './markdown.ts';

/** A block of code in a document. */
export interface Block {
  /** The line of its first line of code, from 1. */
  readonly line: number;
  /** The first word after the fence; empty where there is none. */
  readonly language: string;
  readonly text: string;
  /** What the comment right before it declares (see {@link blocksOf}), as code in the same language. */
  readonly declarations: string;
}

/**
 * The blocks of code in a document. A comment `<!-- declarations … -->` right before a block declares the names that the
 * block uses and a reader knows without being told. Readers do not see it.
 */
export function blocksOf(markdown: string): Block[] {
  const parts = partsOf(markdown).filter(({ token }) => token.type !== 'space');
  return parts.flatMap(({ token, line }, index) => {
    if (token.type !== 'code') return [];
    const { lang = '', text, codeBlockStyle } = token as Tokens.Code;
    const before = parts[index - 1]?.token;
    const declarations = /^<!-- declarations\n([\s\S]*?)-->\s*$/.exec(before?.raw ?? '')?.[1] ?? '';
    const isFenced = codeBlockStyle !== 'indented';
    return { line: line + (isFenced ? 1 : 0), language: lang.split(/\s/)[0] ?? '', text, declarations };
  });
}
