import { html as markup } from 'htm/preact';
import { render } from 'preact-render-to-string';
import type { ComponentChildren, VNode } from 'preact';

/** Tagged template that builds escaped markup. */
export const html = markup as (strings: TemplateStringsArray, ...values: unknown[]) => VNode;

const style = `
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #8884 }
  :root { color-scheme: light dark }`;

/** A whole page as HTML text. */
export function page(title: string, content: ComponentChildren): string {
  return `<!doctype html>${render(html`
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} · Admin Service</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <nav><a href="/">Users</a></nav>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>
  `)}`;
}
