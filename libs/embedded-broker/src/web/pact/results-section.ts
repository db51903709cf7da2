import { shortened } from '../components/shortened.ts';
import { table } from '../components/table.ts';
import { time } from '../components/time.ts';
import { resultState, verificationWords } from '../components/verification-words.ts';
import { versionBadges } from '../components/version-badges.ts';
import { html, type Content } from '../html.ts';
import type { PageCall } from '../page-route.ts';
import type { ShownPact } from './shown.ts';

/** The provider versions that verified a pact. */
export function resultsSection(
  { publication, results, factsOf }: ShownPact,
  { links, now }: PageCall,
): Content {
  const { consumerName: consumer, providerName: provider, sha } = publication;
  return html`<h2 id="results">Verifications</h2>
    ${
      results.length === 0
        ? html`<p>No version of ${provider} has verified this content yet.</p>`
        : table(
            `Verifications of this pact by ${provider}`,
            [`Version of ${provider}`, 'Result', 'When'],
            results.map(
              (result) =>
                html`<tr>
                  <td>
                    ${shortened(result.providerVersion)} ${versionBadges(factsOf(result.providerVersionId))}
                  </td>
                  <td>
                    <a href=${links.verificationResult(consumer, provider, sha, result.number)}
                      >${verificationWords(resultState(result))}</a
                    >
                  </td>
                  <td>${time(result.verifiedAt, now)}</td>
                </tr>`,
            ),
          )
    }`;
}
