import { html } from '../html.ts';
import { page } from './layout.ts';

/** A page with an error. Each line of the message is a paragraph. */
export function errorPage(title: string, message: string): string {
  return page(
    { title },
    html`
      <h1>${title}</h1>
      ${message.split('\n').map((line) => html`<p>${line}</p>`)}
      <p><a href="/">All lessons</a></p>
    `,
  );
}
