import { Marked, type MarkedExtension, type Tokens } from 'marked';
import { escapeHtml } from './escape-html.ts';
import { highlight } from './highlight.ts';
import { targetOf } from './links.ts';
import { plainTags } from './plain-tags.ts';

/** A lesson's text, rendered for the page. */
export interface LessonText {
  /** The first heading, which the page shows as its own. */
  readonly title: string | undefined;
  /** The rest, as HTML that is safe to show. */
  readonly html: string;
}

/**
 * Renders a lesson's Markdown, with highlighted code, pictures of the lesson's folder, safe links and headings with
 * anchors. Only a few plain HTML tags are kept.
 * @param lesson name of the lesson's folder
 */
export function renderText(markdown: string, lesson: string): LessonText {
  const marked = new Marked<string, string>({ gfm: true, renderer: rendererFor(lesson) });
  const tokens = marked.lexer(markdown);
  const first = tokens.findIndex((token) => token.type !== 'space' && token.type !== 'html');
  const heading = tokens[first] as Tokens.Heading | undefined;
  if (heading?.type !== 'heading' || heading.depth !== 1)
    return { title: undefined, html: marked.parser(tokens) };
  tokens.splice(first, 1);
  return { title: heading.text, html: marked.parser(tokens).trimStart() };
}

type Renderers = NonNullable<MarkedExtension<string, string>['renderer']>;

function rendererFor(lesson: string): Renderers {
  return {
    html: ({ text }) => plainTags(text),
    code({ text, lang = '' }) {
      const language = lang.split(/\s/)[0] ?? '';
      // Focusable, so that long lines can be scrolled with the keyboard.
      return `<pre tabindex="0"><code class="hljs">${highlight(text, language)}</code></pre>\n`;
    },
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    link({ href, tokens }) {
      const content = this.parser.parseInline(tokens);
      const target = targetOf(href, lesson);
      switch (target.kind) {
        case 'none':
          return content;
        case 'file':
          return `${content} (<code>${escapeHtml(target.path)}</code>)`;
        case 'inside':
          return `<a href="${escapeHtml(target.href)}">${content}</a>`;
        case 'outside':
          return `<a href="${escapeHtml(target.href)}" target="_blank" rel="noopener noreferrer">${content}</a>`;
      }
    },
    image({ href, text }) {
      const target = targetOf(href, lesson);
      const alt = escapeHtml(text);
      return target.kind === 'inside' ? `<img src="${escapeHtml(target.href)}" alt="${alt}" />` : alt;
    },
    table(token) {
      const cells = (tag: string, row: Tokens.TableCell[]) =>
        row.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('');
      const rows = token.rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('\n');
      const head = cells('th scope="col"', token.header).replaceAll('</th scope="col">', '</th>');
      return `<div class="wide" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>\n`;
    },
    blockquote({ tokens, text }) {
      const kind = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/.exec(text)?.[1]?.toLowerCase();
      const body = this.parser.parse(tokens).replace(/\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/, '');
      return kind === undefined
        ? `<blockquote>${body}</blockquote>\n`
        : `<div class="note ${kind}">${body}</div>\n`;
    },
  };
}

/** The anchor of a heading, as on code hosts. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}
