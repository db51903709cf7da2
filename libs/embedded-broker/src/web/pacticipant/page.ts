import type { Pacticipant } from '../../pacticipants/index.ts';
import { externalLink } from '../components/external-link.ts';
import { paging } from '../components/paging.ts';
import { badge } from '../components/status.ts';
import { table } from '../components/table.ts';
import { connectionOf, neighbourhoodGraph } from '../graph/index.ts';
import { html, type Content } from '../html.ts';
import { integrationKey } from '../integration-list/integration-key.ts';
import { integrationRow } from '../integration-list/row.ts';
import type { IntegrationRow } from '../integration-list/integration-rows.ts';
import { page as layout } from '../layout.ts';
import type { PageCall } from '../page-route.ts';
import type { ShownPacticipant } from './shown.ts';
import { versionsSection } from './versions-section.ts';

/** The page of an application. */
export function pacticipantPage(shown: ShownPacticipant, call: PageCall): string {
  const { pacticipant, labels, contracts, contractsPage, contractsTotal } = shown;
  const { name } = pacticipant;
  const contractsHref = (number: number) => `${call.links.pacticipant(name)}?contracts=${number}#contracts`;
  return layout(
    { title: name, section: 'overview', trail: [], links: call.links },
    html`${facts(pacticipant, labels)}
      <div id="pacticipant" data-live>
        <section aria-labelledby="contracts">
          <h2 id="contracts">Contracts</h2>
          ${contractsTable(
            `Contracts of ${name} with its providers`,
            contracts.filter(({ consumer }) => consumer === name),
            shown,
            call,
          )}
          ${contractsTable(
            `Contracts of consumers with ${name}`,
            contracts.filter(({ consumer }) => consumer !== name),
            shown,
            call,
          )}
          ${paging(contractsPage, contractsTotal, 'contracts', contractsHref)}
          ${contractsTotal === 0 ? html`<p>It has no contracts yet.</p>` : neighbourhood(shown, call)}
        </section>
        ${versionsSection(shown, call)}
      </div>`,
  );
}

function facts(
  { name, displayName, repositoryUrl, mainBranch }: Pacticipant,
  labels: readonly string[],
): Content {
  return html`<dl class="facts">
    ${
      displayName === null || displayName === name
        ? null
        : html`<dt>Display name</dt>
            <dd>${displayName}</dd>`
    }
    <dt>Repository</dt>
    <dd>
      ${repositoryUrl === null ? html`<span class="quiet">not set</span>` : externalLink(repositoryUrl)}
    </dd>
    <dt>Main branch</dt>
    <dd>${mainBranch === null ? html`<span class="quiet">not set</span>` : badge('branch', mainBranch)}</dd>
    ${
      labels.length === 0
        ? null
        : html`<dt>Labels</dt>
            <dd>${labels.map((label) => html`${badge('label', label)} `)}</dd>`
    }
  </dl>`;
}

function contractsTable(
  caption: string,
  contracts: readonly IntegrationRow[],
  { environmentsOf, webhooksOf }: ShownPacticipant,
  call: PageCall,
): Content {
  if (contracts.length === 0) return null;
  return html`<h3>${caption}</h3>
    ${table(
      caption,
      [
        'Consumer',
        'Provider',
        'Latest pact',
        'Last verification',
        'Live in',
        'Webhooks',
        { label: 'More', fixed: true },
      ],
      contracts.map((row) => {
        const key = integrationKey(row);
        return integrationRow(row, environmentsOf.get(key) ?? [], webhooksOf.get(key) ?? [], call);
      }),
    )}`;
}

function neighbourhood(
  { pacticipant, neighbourhood: contracts, contracts: own, contractsTotal }: ShownPacticipant,
  { links }: PageCall,
): Content {
  return html`<h3>Neighbourhood</h3>
    ${neighbourhoodGraph(contracts.map(connectionOf), pacticipant.name, links, own.length < contractsTotal)}`;
}
