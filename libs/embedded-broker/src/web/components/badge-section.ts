import type { VerificationStatus } from '../../verifications/index.ts';
import { html, type Content } from '../html.ts';
import type { PageCall } from '../page-route.ts';
import { preformatted } from './preformatted.ts';
import { copyButton } from './shortened.ts';
import { verificationTone } from './verification-words.ts';

/**
 * The badge of an integration, and the markdown that shows it in a README.
 * @param state what the badge shows now, for who can't see it; undefined where there is no pact
 */
export function badgeSection(
  consumer: string,
  provider: string,
  state: VerificationStatus | undefined,
  { links, urls }: PageCall,
): Content {
  const path = '/latest/badge.svg';
  const title = `Pact between ${consumer} and ${provider}`;
  const words = state === undefined ? 'No pact' : verificationTone(state)[1];
  const text = title.replace(/[\\[\]]/g, String.raw`\$&`);
  const markdown = `[![${text}](${urls.integration(consumer, provider, path)})](${urls.integration(consumer, provider, '/latest')})`;
  return html`<details class="badge-markdown">
    <summary>Badge for a README</summary>
    <p>
      <img
        src=${links.integration(consumer, provider, path)}
        alt=${`${title}: ${words}`}
        title=${words}
        height="20"
      />
    </p>
    ${preformatted('Markdown of the badge', markdown)}
    <p>${copyButton(markdown, 'Copy the markdown')}</p>
  </details>`;
}
