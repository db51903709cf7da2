import { marked, type Tokens } from 'marked';

/**
 * The blocks of `bash` in a section of a document, in their order. A section ends at the next heading.
 * @throws Error for a heading that is not there, or that has no such block
 */
export function bashOf(markdown: string, heading: string): string[] {
  const blocks: string[] = [];
  let current = '';
  for (const token of marked.lexer(markdown)) {
    if (token.type === 'heading') current = (token as Tokens.Heading).text;
    if (token.type !== 'code' || current !== heading) continue;
    const { lang, text } = token as Tokens.Code;
    if (lang === 'bash') blocks.push(text);
  }
  if (blocks.length === 0) throw new Error(`There is no section "${heading}" with a block of bash.`);
  return blocks;
}
