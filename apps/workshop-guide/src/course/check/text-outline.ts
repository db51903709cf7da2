import { marked, type Token, type Tokens } from 'marked';

/** What a translation has in common with the English text, each as a list of comparable lines. */
export interface TextOutline {
  /** In the order of the text. */
  readonly headings: readonly string[];
  readonly tables: readonly string[];
  readonly 'code blocks': readonly string[];
  readonly pictures: readonly string[];
  /** Sorted, since the order of words differs between languages. */
  readonly links: readonly string[];
  /** Each once, sorted. */
  readonly 'inline code': readonly string[];
}

/** The outline of a Markdown text. */
export function outlineOf(markdown: string): TextOutline {
  const headings: string[] = [];
  const tables: string[] = [];
  const code: string[] = [];
  const pictures: string[] = [];
  const links: string[] = [];
  const inline = new Set<string>();
  void marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === 'heading') headings.push('#'.repeat((token as Tokens.Heading).depth));
    if (token.type === 'table') tables.push(shapeOf(token as Tokens.Table));
    if (token.type === 'code') code.push(codeOf(token as Tokens.Code));
    if (token.type === 'image') pictures.push((token as Tokens.Image).href);
    if (token.type === 'link') links.push((token as Tokens.Link).href);
    if (token.type === 'codespan') inline.add((token as Tokens.Codespan).text);
  });
  return {
    headings,
    tables,
    'code blocks': code,
    pictures,
    links: links.sort(),
    'inline code': [...inline].sort(),
  };
}

function shapeOf({ header, rows }: Tokens.Table): string {
  return `${header.length} columns and ${rows.length} rows`;
}

/** A block with its language and without its comments, which are translated. */
function codeOf({ lang = '', text }: Tokens.Code): string {
  const lines = text.split('\n').map((line) => line.replace(/(^|\s)(\/\/|#).*$/, '').trimEnd());
  return [lang, ...lines.filter((line) => line !== '')].join('\n');
}
