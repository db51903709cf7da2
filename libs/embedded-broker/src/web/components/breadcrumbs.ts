import type { Urls } from '../../http/index.ts';
import { html, type Content } from '../html.ts';

/** A page on the way to this one. */
export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** The way from the overview to the page. */
export function breadcrumbs(trail: readonly Crumb[], links: Urls): Content {
  const all = [{ label: 'Overview', href: links.to('/') }, ...trail];
  return html`<nav class="trail" aria-label="Breadcrumbs">
    <ol>
      ${all.map(({ label, href }) => html`<li><a href=${href}>${label}</a></li>`)}
    </ol>
  </nav>`;
}
