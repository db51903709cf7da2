import { shortened } from '../components/shortened.ts';
import { html, type Content } from '../html.ts';
import { page } from '../layout.ts';
import type { PageCall } from '../page-route.ts';
import { mostHits, type Hits, type OwnedHit } from './store.ts';

/**
 * What was found.
 * @param hits undefined when nothing was looked for
 */
export function searchPage(text: string, hits: Hits | undefined, call: PageCall): string {
  const { links } = call;
  return page(
    { title: text === '' ? 'Search' : `Search: ${text}`, links },
    html`<form
        class="filters"
        role="search"
        aria-label="Search again"
        method="get"
        action=${links.to('/search')}
      >
        <label>
          Names of pacticipants, branches, tags, environments, labels and webhooks; beginnings of version
          numbers
          <input type="search" name="q" value=${text} />
        </label>
        <button type="submit">Search</button>
      </form>
      ${hits && found(text, hits, call)}`,
  );
}

function found(text: string, hits: Hits, { links }: PageCall): Content {
  const matrix = (query: Record<string, string>) => `${links.to('/matrix')}?${new URLSearchParams(query)}`;
  const owned = (hit: OwnedHit, href: string) =>
    html`${shortened(hit.name, href)} of
      <a href=${links.pacticipant(hit.pacticipant)}>${hit.pacticipant}</a>`;
  const sections: readonly (readonly [string, readonly Content[]])[] = [
    ['Pacticipants', hits.pacticipants.map((name) => html`<a href=${links.pacticipant(name)}>${name}</a>`)],
    [
      'Versions',
      hits.versions.map((hit) =>
        owned(
          hit,
          matrix({ 'q[][pacticipant]': hit.pacticipant, 'q[][version]': hit.name, latestby: 'cvpv' }),
        ),
      ),
    ],
    [
      'Branches',
      hits.branches.map((hit) =>
        owned(hit, `${links.pacticipant(hit.pacticipant)}?${new URLSearchParams({ branch: hit.name })}`),
      ),
    ],
    [
      'Tags',
      hits.tags.map((hit) =>
        owned(hit, matrix({ 'q[][pacticipant]': hit.pacticipant, 'q[][tag]': hit.name, latestby: 'cvpv' })),
      ),
    ],
    [
      'Environments',
      hits.environments.map(({ uuid, name }) => html`<a href=${links.environment(uuid)}>${name}</a>`),
    ],
    [
      'Labels',
      hits.labels.map(
        (label) => html`<a href=${`${links.to('/')}?${new URLSearchParams({ label })}`}>${label}</a>`,
      ),
    ],
    ['Webhooks', hits.webhooks.map(({ uuid, name }) => html`<a href=${links.webhook(uuid)}>${name}</a>`)],
  ];
  const shown = sections.filter(([, items]) => items.length > 0);
  if (shown.length === 0)
    return html`<p role="status">No name contains “${text}”, and no version number begins with it.</p>`;
  return shown.map(([title, items]) => section(title, items));
}

function section(title: string, items: readonly Content[]): Content {
  return html`<section>
    <h2>${title}</h2>
    <ul>
      ${items.map((item) => html`<li>${item}</li>`)}
    </ul>
    ${items.length === mostHits && html`<p class="quiet">There may be more; type more of the name to see them.</p>`}
  </section>`;
}
