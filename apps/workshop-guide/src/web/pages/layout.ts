import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { html } from '../html.ts';

export interface PageOptions {
  readonly title: string;
  /** Whether the page updates itself, where JavaScript runs. */
  readonly live?: boolean;
}

/** A whole page as HTML text. */
export function page({ title, live = false }: PageOptions, content: ComponentChildren): string {
  return `<!doctype html>${render(html`
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Pact workshop</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/guide.css" />
        ${live && html`<script src="/assets/live.mjs" type="module"></script>`}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the content</a>
        <header>
          <nav aria-label="Workshop"><a href="/">Pact workshop</a></nav>
          ${live && html`<p id="announcement" role="status"></p>`}
        </header>
        <main id="main" tabindex="-1">${content}</main>
      </body>
    </html>
  `)}`;
}
