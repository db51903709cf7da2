import { timestamp } from '../http/index.ts';
import { integrationStatus, type IntegrationOverview } from '../integrations/index.ts';
import { html, page } from './layout.ts';

/** The start page: every integration and where it stands. */
export function overviewPage(integrations: readonly IntegrationOverview[]): string {
  return page('Integrations', integrations.length === 0 ? empty() : table(integrations));
}

function empty() {
  return html`<p>No pact has been published yet. Publish the first one:</p>
    <pre>npx pact-tooling publish pacts</pre>`;
}

function table(integrations: readonly IntegrationOverview[]) {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Consumer</th>
        <th scope="col">Provider</th>
        <th scope="col">Latest pact</th>
        <th scope="col">Last verification</th>
      </tr>
    </thead>
    <tbody>
      ${integrations.map(row)}
    </tbody>
  </table>`;
}

function row(one: IntegrationOverview) {
  const status = integrationStatus(one.success, one.everVerified);
  const look = status === 'verified' || status === 'failed' ? status : 'open';
  return html`<tr>
    <td>${one.consumer}</td>
    <td>${one.provider}</td>
    <td>
      ${
        one.consumerVersion === null
          ? 'none'
          : html`version <code>${one.consumerVersion}</code>
              <small
                >${one.branch === null ? '' : `branch ${one.branch}, `}published
                ${time(one.publishedAt)}</small
              >`
      }
    </td>
    <td>
      <span class=${look}>${status}</span>
      ${
        one.providerVersion === null
          ? ''
          : html`<small>by version <code>${one.providerVersion}</code>, ${time(one.verifiedAt)}</small>`
      }
    </td>
  </tr>`;
}

function time(iso: string | null) {
  return iso === null
    ? ''
    : html`<time datetime=${timestamp(iso)}>${iso.slice(0, 16).replace('T', ' ')} UTC</time>`;
}
