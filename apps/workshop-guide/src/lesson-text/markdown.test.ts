import { describe, expect, it } from '@jest/globals';
import { renderText } from './markdown.ts';

const render = (markdown: string) => renderText(markdown, '04-verify').html;

describe("A lesson's text", () => {
  it('returns the first heading as title, and gives the others an anchor', () => {
    expect(renderText('<!-- note -->\n# Verify it\n\n## What to *do*', '04-verify')).toEqual({
      title: 'Verify it',
      html: '<h2 id="what-to-do">What to <em>do</em></h2>\n',
    });
  });

  it('highlights code, and escapes code in unknown languages', () => {
    expect(render('```ts\nconst a = "<b>";\n```')).toContain('<span class="hljs-keyword">const</span>');
    expect(render('```ts\nconst a = "<b>";\n```')).not.toContain('<b>');
    expect(render('```mystery\n<script>\n```')).toContain('&lt;script&gt;');
  });

  it.each([
    [
      '[x](https://docs.pact.io/)',
      '<a href="https://docs.pact.io/" target="_blank" rel="noopener noreferrer">x</a>',
    ],
    ['[x](../05-fix/README.md)', '<a href="/lessons/05-fix">x</a>'],
    ['[x](../05-fix)', '<a href="/lessons/05-fix">x</a>'],
    ['[x](#what-to-do)', '<a href="#what-to-do">x</a>'],
    ['[x](../../docs/glossary.md)', 'x (<code>docs/glossary.md</code>)'],
    ['[x](../appendix/README.md)', '<a href="/appendix/">x</a>'],
    ['[x](../appendix/official-broker.md)', '<a href="/appendix/official-broker">x</a>'],
    ['[x](../appendix/../../docs/a.md)', 'x (<code>docs/a.md</code>)'],
    ['[x](solution/a.ts)', 'x (<code>solution/a.ts</code>)'],
    ['![x](pictures/a%20b.svg)', '<img src="/lessons/04-verify/files/pictures/a%2520b.svg" alt="x" />'],
    ['[x](javascript:alert(1))', 'x'],
    ['[x](javascript:alert(1)//https://elsewhere.example/)', 'x'],
    ['[x](JaVaScRiPt:alert(1))', 'x'],
    ['[x](<java\tscript:alert(1)>)', 'x'],
    ['[x](data:text/html,hi)', 'x'],
    ['[x](//elsewhere.example/)', 'x'],
    ['![x](https://elsewhere.example/a.png)', 'x'],
    ['![a"b](a.svg)', '<img src="/lessons/04-verify/files/a.svg" alt="a&quot;b" />'],
  ])('turns %s into %s', (markdown, html) => {
    expect(render(markdown)).toBe(`<p>${html}</p>\n`);
  });

  it('keeps plain tags and shows all others as text', () => {
    const html = render(
      '<details open onclick="x()">\n<summary>Dig deeper</summary>\n\nText\n\n</details>\n\n<script>alert(1)</script>\n\na <img src=x onerror=alert(1)> b',
    );
    expect(html).toContain('<details open>\n<summary>Dig deeper</summary>');
    expect(html).toContain('</details>');
    expect(html).not.toMatch(/<script|<img|onclick/);
    expect(html).toContain('&lt;script&gt;');
  });

  it('renders notes', () => {
    expect(render('> [!TIP]\n> Look twice.')).toBe('<div class="note tip"><p>Look twice.</p>\n</div>\n');
    expect(render('> Said.')).toBe('<blockquote><p>Said.</p>\n</blockquote>\n');
  });
});
