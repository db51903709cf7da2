import { html as markup } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact-render-to-string';

/** Tagged template that builds markup; every value in it is escaped. */
export const html = markup as (strings: TemplateStringsArray, ...values: unknown[]) => VNode;

/** A whole page as HTML text. */
export function page(title: string, content: ComponentChildren): string {
  return `<!doctype html>${render(html`
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="stylesheet" href="/assets/broker.css" />
      </head>
      <body>
        <header><a href="/">Pact Broker</a></header>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>
  `)}`;
}
