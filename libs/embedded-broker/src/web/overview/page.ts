import { integrationStatus, type IntegrationOverview } from '../../integrations/index.ts';
import { shortened } from '../components/shortened.ts';
import { badge, status, type Tone } from '../components/status.ts';
import { table } from '../components/table.ts';
import { time } from '../components/time.ts';
import { html, type Content } from '../html.ts';
import { page } from '../layout.ts';
import type { PageCall } from '../page-route.ts';

/** The start page: every integration and where it stands. */
export function overviewPage(integrations: readonly IntegrationOverview[], call: PageCall): string {
  return page(
    { title: 'Integrations', section: 'overview', links: call.links },
    integrations.length === 0
      ? empty(call.urls.base)
      : table(
          'Integrations',
          ['Consumer', 'Provider', 'Latest pact', 'Last verification', { label: 'More', fixed: true }],
          integrations.map((one) => row(one, call)),
        ),
  );
}

function empty(broker: string): Content {
  return html`<p>No pact has been published yet. Publish the first one:</p>
    <pre>npx pact-tooling publish pacts --broker-base-url ${broker}</pre>`;
}

function row(one: IntegrationOverview, { links, now }: PageCall): Content {
  const { consumer, provider } = one;
  return html`<tr>
    <td><a href=${links.pacticipant(consumer)}>${consumer}</a></td>
    <td><a href=${links.pacticipant(provider)}>${provider}</a></td>
    <td>
      ${
        one.consumerVersion === null
          ? 'none'
          : html`${shortened(one.consumerVersion, links.integration(consumer, provider, '/latest'))}
              ${one.branch === null ? null : badge('branch', one.branch)}
              <small>${one.publishedAt === null ? null : time(one.publishedAt, now)}</small>`
      }
    </td>
    <td>
      ${statusWords(one)}
      ${
        one.providerVersion === null || one.verifiedAt === null
          ? ''
          : html`<small>by version ${shortened(one.providerVersion)}, ${time(one.verifiedAt, now)}</small>`
      }
    </td>
    <td><a href=${links.integrationMatrix(consumer, provider)}>Matrix</a></td>
  </tr>`;
}

const tones: Readonly<Record<ReturnType<typeof integrationStatus>, Tone>> = {
  verified: 'good',
  failed: 'bad',
  'changed since last verification': 'open',
  'not verified yet': 'none',
};

function statusWords({ success, everVerified }: IntegrationOverview): Content {
  const words = integrationStatus(success, everVerified);
  return status(tones[words], words);
}
