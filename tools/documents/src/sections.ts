import { marked, type Tokens } from 'marked';

/** A section of a document: its heading, and what stands under it. */
export interface Section {
  /** As a link names it, e.g. `where-it-differs-and-why`. */
  readonly anchor: string;
  /** How many `#` its heading has. */
  readonly depth: number;
  /** Without blocks of code. */
  readonly text: string;
}

/** The sections of a document. Two headings of the same words differ by a number, as on GitHub. */
export function sectionsOf(markdown: string): Section[] {
  const seen = new Map<string, number>();
  const sections: { anchor: string; depth: number; text: string }[] = [];
  for (const token of marked.lexer(markdown)) {
    if (token.type === 'heading') {
      const { depth, text } = token as Tokens.Heading;
      const name = anchorOf(text);
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      sections.push({ anchor: before === 0 ? name : `${name}-${before}`, depth, text: '' });
      continue;
    }
    const section = sections.at(-1);
    if (section && token.type !== 'code') section.text += token.raw;
  }
  return sections;
}

function anchorOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}
