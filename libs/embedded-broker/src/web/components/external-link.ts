import { html, type Content } from '../html.ts';

/**
 * A link to where an address that somebody published leads; one that a browser would not open as a page of the web
 * (`javascript:`, `data:`, anything that is no URL) is shown as text, since following it could do anything.
 */
export function externalLink(address: string, words: Content = address): Content {
  if (!isWebAddress(address)) return html`<span class="address">${address}</span>`;
  return html`<a href=${address} rel="noopener noreferrer">${words}</a>`;
}

/** Whether an address is one of the web. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}
