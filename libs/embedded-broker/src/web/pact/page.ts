import { badgeSection } from '../components/badge-section.ts';
import { canIDeployLink } from '../components/can-i-deploy-link.ts';
import { shortened, shortText } from '../components/shortened.ts';
import { time } from '../components/time.ts';
import { versionBadges } from '../components/version-badges.ts';
import { html, type Content } from '../html.ts';
import { page } from '../layout.ts';
import type { PageCall } from '../page-route.ts';
import { interactionList } from './interaction-list.ts';
import { resultsSection } from './results-section.ts';
import type { ShownPact } from './shown.ts';
import { versionPicker } from './version-picker.ts';

/** The page of a pact: what it says, where it comes from, and whether the provider keeps it. */
export function pactPage(shown: ShownPact, call: PageCall): string {
  const { publication, contract, testResults } = shown;
  const { links } = call;
  const { consumerName: consumer, providerName: provider, consumerVersionNumber: number } = publication;
  return page(
    {
      title: `Pact between ${consumer} and ${provider}`,
      heading: html`Pact between <a href=${links.pacticipant(consumer)}>${consumer}</a> and
        <a href=${links.pacticipant(provider)}>${provider}</a>`,
      section: 'overview',
      trail: [{ label: `${consumer} and ${provider}`, href: links.integrationDashboard(consumer, provider) }],
      links,
    },
    html`${facts(shown, call)} ${actions(shown, call)} ${versionPicker(shown, call)}
      <div id="interactions-and-results" data-live>
        ${interactionList(contract, testResults)} ${resultsSection(shown, call)}
      </div>
      <h2 id="contract">What the pact says</h2>
      ${contract.rendered} ${badgeSection(consumer, provider, shown.badgeState, call)}
      <p><a href=${`${links.pact(consumer, provider, number)}.json`}>This pact as JSON</a></p>`,
  );
}

function facts({ publication, factsOf, versions, contract }: ShownPact, { links, now }: PageCall): Content {
  const { consumerName: consumer, providerName: provider, consumerVersionNumber: number, sha } = publication;
  return html`<dl class="facts">
    <dt>Consumer version</dt>
    <dd>
      ${shortened(number)} ${versionBadges(factsOf(publication.consumerVersionId))}
      ${
        versions[0]?.number === number
          ? null
          : html`<a href=${links.integration(consumer, provider, '/latest')}>There is a later version</a>`
      }
    </dd>
    <dt>Published</dt>
    <dd>
      ${time(publication.createdAt, now)}
      ${publication.revision > 1 ? `, revision ${publication.revision}` : null}
    </dd>
    <dt>Content</dt>
    <dd>${shortened(sha, links.pactVersion(consumer, provider, sha))}</dd>
    ${
      contract.specification === undefined
        ? null
        : html`<dt>Specification</dt>
            <dd>Pact ${contract.specification}</dd>`
    }
  </dl>`;
}

function actions({ publication, previousDistinct }: ShownPact, { links }: PageCall): Content {
  const { consumerName: consumer, providerName: provider, consumerVersionNumber: number } = publication;
  const compare = (other: string) =>
    `${links.integration(consumer, provider, '/compare')}?${new URLSearchParams({ from: other, to: number }).toString()}`;
  return html`<ul class="actions">
    ${
      previousDistinct &&
      html`<li>
        <a class="button" href=${compare(previousDistinct)}>What changed last</a>
      </li>`
    }
    <li><a class="button" href=${links.integrationMatrix(consumer, provider)}>Matrix</a></li>
    <li>
      <a class="button" href=${canIDeployLink(links, consumer, number)}>Can I deploy ${shortText(number)}?</a>
    </li>
  </ul>`;
}
