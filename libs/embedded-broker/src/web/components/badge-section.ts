import { html, type Content } from '../html.ts';
import type { PageCall } from '../page-route.ts';
import { copyButton } from './shortened.ts';

/** The badge of an integration, and the markdown that shows it in a README. */
export function badgeSection(consumer: string, provider: string, { links, urls }: PageCall): Content {
  const path = '/latest/badge.svg';
  const title = `Pact between ${consumer} and ${provider}`;
  const text = title.replace(/[\\[\]]/g, String.raw`\$&`);
  const markdown = `[![${text}](${urls.integration(consumer, provider, path)})](${urls.integration(consumer, provider, '/latest')})`;
  return html`<details class="badge-markdown">
    <summary>Badge for a README</summary>
    <p><img src=${links.integration(consumer, provider, path)} alt=${title} height="20" /></p>
    <pre tabindex="0">${markdown}</pre>
    <p>${copyButton(markdown, 'Copy the markdown')}</p>
  </details>`;
}
