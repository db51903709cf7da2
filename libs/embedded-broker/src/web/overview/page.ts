import { preformatted } from '../components/preformatted.ts';
import { paging } from '../components/paging.ts';
import { table, type Column } from '../components/table.ts';
import { html, type Content } from '../html.ts';
import { page as layout } from '../layout.ts';
import type { PageCall } from '../page-route.ts';
import { filters } from './filters.ts';
import { integrationKey } from '../integration-list/integration-key.ts';
import type { Overview } from './overview.ts';
import type { SortKey } from '../integration-list/store.ts';
import { overviewQueryText, type OverviewQuery } from './query.ts';
import { integrationRow } from '../integration-list/row.ts';

/** The start page: every integration and where it stands. */
export function overviewPage(overview: Overview, call: PageCall): string {
  const { query, page, rows, total } = overview;
  const isFiltered = query.search !== '' || query.label !== undefined || query.environment !== undefined;
  const home = call.links.to('/');
  return layout(
    { title: 'Integrations', section: 'overview', links: call.links },
    html`${total === 0 && !isFiltered ? null : filters(overview, home)}
      <div id="integrations" data-live>
        ${
          total === 0
            ? isFiltered
              ? html`<p>No integration matches these filters. <a href=${home}>Show all</a></p>`
              : empty(call.urls.base)
            : html`${table(
                'Integrations',
                columns(query, home),
                rows.map((row) => {
                  const key = integrationKey(row);
                  const { environmentsOf, webhooksOf } = overview;
                  return integrationRow(row, environmentsOf.get(key) ?? [], webhooksOf.get(key) ?? [], call);
                }),
                { sortable: false },
              )}
              ${paging(page, total, 'integrations', (number) => home + overviewQueryText(query, number))}`
        }
      </div>`,
  );
}

function empty(broker: string): Content {
  return html`<p>No pact has been published yet. Publish the first one:</p>
    ${preformatted('Command', `npx pact-tooling publish pacts --broker-base-url ${broker}`)}
    <p class="quiet">It appears here by itself.</p>`;
}

/** The headers; the list comes in pages, so it is the broker that sorts it. */
function columns(query: OverviewQuery, home: string): Column[] {
  const sorted = (key: SortKey, words: string): Column => {
    const isSorted = query.sort === key;
    const descending = isSorted && !query.descending;
    const href = home + overviewQueryText({ ...query, sort: key, descending });
    return {
      label: html`<a href=${href}>${words}</a>`,
      sorted: isSorted ? (query.descending ? 'descending' : 'ascending') : undefined,
    };
  };
  return [
    sorted('consumer', 'Consumer'),
    sorted('provider', 'Provider'),
    sorted('published', 'Latest pact'),
    sorted('verified', 'Last verification'),
    { label: 'Live in' },
    { label: 'Webhooks' },
    { label: 'More' },
  ];
}
