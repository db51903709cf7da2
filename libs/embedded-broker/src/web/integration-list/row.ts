import { shortened } from '../components/shortened.ts';
import { badge, badgeLink, status, type Tone } from '../components/status.ts';
import { time } from '../components/time.ts';
import { verificationWords } from '../components/verification-words.ts';
import { html, type Content } from '../html.ts';
import type { PageCall } from '../page-route.ts';
import type { WebhookState } from './live-store.ts';
import type { IntegrationRow } from './integration-rows.ts';

/** An integration in a list of them. */
export function integrationRow(
  { consumer, provider, pact, status: state, result }: IntegrationRow,
  environments: readonly string[],
  webhooks: readonly WebhookState[],
  { links, now }: PageCall,
): Content {
  const isOfLatestPact = result?.pactVersionId === pact?.pactVersionId;
  return html`<tr>
    <td><a href=${links.pacticipant(consumer)}>${consumer}</a></td>
    <td><a href=${links.pacticipant(provider)}>${provider}</a></td>
    <td>
      ${
        pact
          ? html`${shortened(pact.version, links.integration(consumer, provider, '/latest'))}
              ${pact.branch === null ? null : badge('branch', pact.branch)}
              <small>${time(pact.publishedAt, now)}</small>`
          : 'none'
      }
    </td>
    <td>
      ${verificationWords(state)}
      ${
        result &&
        html`<small>
          version ${shortened(result.providerVersion)},
          ${time(result.verifiedAt, now)}${isOfLatestPact || state === 'stale' ? null : '; the pact has changed since'}
        </small>`
      }
    </td>
    <td>${environments.map((name) => html`${badgeLink('environment', name, links.environment(name))} `)}</td>
    <td>${webhookWords(webhooks, now)}</td>
    <td>
      <a
        href=${links.integrationDashboard(consumer, provider)}
        aria-label=${`Details of ${consumer} and ${provider}`}
        >Details</a
      >
    </td>
  </tr>`;
}

const states = [
  ['failure', 'bad', 'Failed'],
  ['retrying', 'open', 'Retrying'],
  ['not_run', 'none', 'Waiting'],
  ['success', 'good', 'Called'],
] as const satisfies readonly (readonly [WebhookState['status'], Tone, string])[];

/** The worst of an integration's webhooks speaks for all. */
function webhookWords(webhooks: readonly WebhookState[], now: string): Content {
  for (const [name, tone, words] of states) {
    const found = webhooks.find(({ status: state }) => state === name);
    if (found) return html`${status(tone, words)} <small>${time(found.at, now)}</small>`;
  }
  return null;
}
