import type { ShownRow, VersionFacts } from '../../matrix/index.ts';
import { shortened } from '../components/shortened.ts';
import { status } from '../components/status.ts';
import { table } from '../components/table.ts';
import { time } from '../components/time.ts';
import { versionBadges } from '../components/version-badges.ts';
import { html, type Content } from '../html.ts';
import { page } from '../layout.ts';
import type { PageCall } from '../page-route.ts';

/** Which versions of a consumer and a provider were verified with one another. */
export function matrixPage(
  { consumer, provider }: { readonly consumer: string; readonly provider: string },
  rows: readonly ShownRow[],
  factsOf: (versionId: number) => VersionFacts,
  call: PageCall,
): string {
  const { links } = call;
  return page(
    {
      title: `Matrix of ${consumer} and ${provider}`,
      trail: [{ label: `${consumer} – ${provider}`, href: links.integrationDashboard(consumer, provider) }],
      links,
    },
    html`<p>${rows.length === 1 ? '1 row' : `${rows.length} rows`}</p>
      ${table(
        `Versions of ${consumer} and ${provider}`,
        ['Consumer version', 'Pact published', 'Provider version', 'Verified'],
        rows.map(({ row }) => matrixRow(row, factsOf, call)),
      )}`,
  );
}

function matrixRow(
  { pact, providerVersion, result }: ShownRow['row'],
  factsOf: (versionId: number) => VersionFacts,
  { links, now }: PageCall,
): Content {
  const { consumerName: consumer, providerName: provider, consumerVersion } = pact;
  const verified = result && links.verificationResult(consumer, provider, pact.sha, result.number);
  return html`<tr>
    <td>
      ${shortened(consumerVersion.number, links.pact(consumer, provider, consumerVersion.number))}
      ${versionBadges(factsOf(consumerVersion.id))}
    </td>
    <td>${time(pact.publishedAt, now)}</td>
    <td>
      ${providerVersion && shortened(providerVersion.number)}
      ${providerVersion && versionBadges(factsOf(providerVersion.id))}
    </td>
    <td data-key=${result?.verifiedAt ?? ''}>
      ${
        result
          ? html`${status(
              result.success ? 'good' : 'bad',
              html`<a href=${verified}>${result.success ? 'Verified' : 'Failed'}</a>`,
            )}
            ${time(result.verifiedAt, now)}`
          : status('none', 'Not verified')
      }
    </td>
  </tr>`;
}
