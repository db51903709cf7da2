import type { VerificationStatus } from '../../verifications/index.ts';
import type { Page } from '../../http/index.ts';
import type { VersionFacts } from '../../matrix/index.ts';
import { badgeSection } from '../components/badge-section.ts';
import { paging } from '../components/paging.ts';
import { shortened } from '../components/shortened.ts';
import { table } from '../components/table.ts';
import { time } from '../components/time.ts';
import { resultState, verificationWords } from '../components/verification-words.ts';
import { versionBadges } from '../components/version-badges.ts';
import { html, type Content } from '../html.ts';
import { page as layout } from '../layout.ts';
import type { PageCall } from '../page-route.ts';
import { views, type IntegrationPact, type View, type ViewCount } from './store.ts';

/** What the page of an integration shows. */
export interface ShownIntegration {
  /** How its latest pact stands. */
  readonly badgeState: VerificationStatus | undefined;
  readonly consumer: string;
  readonly provider: string;
  readonly view: View;
  /** That of the view that is shown is exact. */
  readonly counts: Readonly<Record<View, ViewCount>>;
  readonly page: Page;
  readonly pacts: readonly IntegrationPact[];
  readonly factsOf: (versionId: number) => VersionFacts;
}

const viewNames: Readonly<Record<View, string>> = {
  branch: 'Latest of each branch',
  environment: 'Live in an environment',
  tag: 'Latest of each tag',
  all: 'All',
};

/** The page of an integration. */
export function integrationPage(shown: ShownIntegration, call: PageCall): string {
  const { consumer, provider, view, counts, page, pacts } = shown;
  const { links } = call;
  const own = links.integrationDashboard(consumer, provider);
  const hrefOf = (name: View, number = 1) => `${own}?view=${name}${number > 1 ? `&page=${number}` : ''}`;
  return layout(
    {
      title: `${consumer} and ${provider}`,
      heading: html`<a href=${links.pacticipant(consumer)}>${consumer}</a> and
        <a href=${links.pacticipant(provider)}>${provider}</a>`,
      section: 'overview',
      trail: [],
      links,
    },
    html`<ul class="actions">
        <li>
          <a class="button" href=${links.integration(consumer, provider, '/latest')}>Latest pact</a>
        </li>
        <li><a class="button" href=${links.integrationMatrix(consumer, provider)}>Matrix</a></li>
        <li><a class="button" href=${links.webhooks()}>Webhooks</a></li>
      </ul>
      <div id="pacts-shown" data-live>
        <h2 id="pacts">Pacts</h2>
        <nav class="chips" aria-label="Which pacts">
          ${views.map(
            (name) =>
              html`<a href=${hrefOf(name)} aria-current=${name === view ? 'true' : undefined}
                >${viewNames[name]} (${counts[name].count}${counts[name].isLeast && '+'})</a
              > `,
          )}
        </nav>
        ${
          pacts.length === 0
            ? html`<p>There are no such pacts.</p>`
            : table(
                `Pacts: ${viewNames[view]}`,
                ['Consumer version', 'Published', 'Content', 'Last verification', 'Provider version'],
                pacts.map((pact) => pactRow(pact, shown, call)),
              )
        }
        ${paging(page, counts[view].count, 'pacts', (number) => hrefOf(view, number))}
      </div>
      ${badgeSection(consumer, provider, shown.badgeState, call)}`,
  );
}

function pactRow(
  { consumerVersionId, version, publishedAt, sha, result }: IntegrationPact,
  { consumer, provider, factsOf }: ShownIntegration,
  { links, now }: PageCall,
): Content {
  const state = result ? resultState(result) : 'never';
  return html`<tr>
    <td>
      ${shortened(version, links.pact(consumer, provider, version))}
      ${versionBadges(factsOf(consumerVersionId))}
    </td>
    <td>${time(publishedAt, now)}</td>
    <td><code title=${sha}>${sha.slice(0, 7)}</code></td>
    <td data-key=${result?.verifiedAt ?? ''}>
      ${
        result
          ? html`<a href=${links.verificationResult(consumer, provider, sha, result.number)}
                >${verificationWords(state)}</a
              >
              <small>${time(result.verifiedAt, now)}</small>`
          : verificationWords(state)
      }
    </td>
    <td>
      ${result && html`${shortened(result.providerVersion)} ${versionBadges(factsOf(result.providerVersionId))}`}
    </td>
  </tr>`;
}
