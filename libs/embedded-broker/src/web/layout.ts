import type { Urls } from '../http/index.ts';
import { assetPath } from './assets/assets.ts';
import { breadcrumbs, type Crumb } from './components/breadcrumbs.ts';
import { html, type Content, type Rendered } from './html.ts';
import { livePath } from './live/routes.ts';
import { navigationLinks, type SectionKey } from './navigation.ts';

/** What is around a page's own content. */
export interface Frame {
  /** The title of the window, and the heading unless that is given. */
  readonly title: string;
  readonly heading?: Content;
  /** The section that the navigation marks. */
  readonly section?: SectionKey;
  /** The way from the overview to this page, without either. */
  readonly trail?: readonly Crumb[];
  /** Paths without a host, for links: pages work under whatever name they were asked for. */
  readonly links: Urls;
  /** Scripts of the page besides the one of all pages; paths as `links.to` gives them. */
  readonly scripts?: readonly string[];
}

/** A whole page as HTML text. */
export function page(frame: Frame, content: Content): string {
  const { title, heading = title, section, trail, links, scripts = [] } = frame;
  const { head, top } = surroundings(links, section);
  const own = html`
    <title>${title === 'Pact Broker' ? title : `${title} · Pact Broker`}</title>
    ${scripts.map((path) => html`<script type="module" src=${path}></script>`)}
  `;
  const main = html`
    <main id="content" tabindex="-1">
      ${trail && breadcrumbs(trail, links)}
      <h1>${heading}</h1>
      ${content}
    </main>
  `;
  return `<!doctype html><html lang="en"><head>${head.text}${own.text}</head><body>${top.text}${main.text}</body></html>`;
}

/** What stands around the content of a page, and is the same for all of a section. */
interface Surroundings {
  readonly head: Rendered;
  readonly top: Rendered;
}

/** There is one for each section and each path that the broker is shown under: seldom more than one. */
const mostKept = 100;
const kept = new Map<string, Surroundings>();

function surroundings(links: Urls, section: SectionKey | undefined): Surroundings {
  const key = JSON.stringify([links.base, section]);
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const made = { head: headOf(links), top: topOf(links, section) };
  kept.set(key, made);
  return made;
}

function headOf(links: Urls): Rendered {
  const asset = (name: string) => links.to(assetPath(name));
  return html`
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="live" content=${links.to(livePath)} />
    <link rel="icon" href=${asset('icon.svg')} type="image/svg+xml" />
    <link rel="stylesheet" href=${asset('broker.css')} />
    <script type="module" src=${asset('broker.mjs')}></script>
  `;
}

function topOf(links: Urls, section: SectionKey | undefined): Rendered {
  return html`
    <a class="skip" href="#content">Skip to the content</a>
    <header class="top">
      <a class="brand" href=${links.to('/')}>Pact Broker</a>
      <nav aria-label="Main">
        <ul>
          ${navigationLinks(links).map(
            ({ key, label, href }) =>
              html`<li>
                <a href=${href} aria-current=${key === section ? 'page' : undefined}>${label}</a>
              </li>`,
          )}
        </ul>
      </nav>
      <form class="search" role="search" action=${links.to('/search')} method="get">
        <input type="search" name="q" aria-label="Search" placeholder="Search" />
        <button type="submit">Search</button>
      </form>
    </header>
  `;
}
