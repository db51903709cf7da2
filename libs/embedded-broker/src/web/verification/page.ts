import type { VersionFacts } from '../../matrix/index.ts';
import type { MetadataSelector, Publication } from '../../pacts/index.ts';
import type { Verification } from '../../verifications/index.ts';
import { externalLink } from '../components/external-link.ts';
import { shortened } from '../components/shortened.ts';
import { status } from '../components/status.ts';
import { time } from '../components/time.ts';
import { versionBadges } from '../components/version-badges.ts';
import { html, type Content } from '../html.ts';
import { page } from '../layout.ts';
import type { PageCall } from '../page-route.ts';
import type { CheckedInteraction } from './checked-interaction.ts';
import { circumstancesWords, selectorWords, verifierWords } from './circumstances.ts';
import { otherResult, resultSection } from './result-section.ts';
import type { Circumstances } from './store.ts';
import type { InteractionResult } from './interaction-result.ts';

/** What the page of a verification result shows. */
export interface ShownVerification {
  readonly publication: Publication;
  readonly verification: Verification;
  readonly providerVersion: VersionFacts;
  readonly circumstances: Circumstances;
  /** Why the pact was verified, as far as the address says. */
  readonly selectors: readonly MetadataSelector[];
  /** Those that have this content; one more than are shown where there are more. */
  readonly consumerVersions: readonly { readonly number: string }[];
  readonly mostVersions: number;
  readonly checked: readonly CheckedInteraction[];
  readonly others: readonly InteractionResult[];
}

/** The page of a verification result. */
export function verificationPage(shown: ShownVerification, call: PageCall): string {
  const { publication, verification, checked, others } = shown;
  const { consumerName: consumer, providerName: provider, sha } = publication;
  const { links } = call;
  const hasDetails = others.length > 0 || checked.some(({ result }) => result);
  return page(
    {
      title: `${provider} ${verification.success ? 'verified' : 'failed'} the pact with ${consumer}`,
      heading: html`Verification of ${consumer}'s pact by ${provider}`,
      section: 'overview',
      trail: [
        { label: `${consumer} and ${provider}`, href: links.integrationDashboard(consumer, provider) },
        { label: 'Pact', href: links.pactVersion(consumer, provider, sha) },
      ],
      links,
    },
    html`${facts(shown, call)}
      <h2 id="interactions">Interactions</h2>
      ${
        hasDetails
          ? null
          : html`<p>
              The verifier published no details for each interaction.
              ${verification.buildUrl === null ? null : 'Its build may say more.'}
            </p>`
      }
      ${checked.map((one) => resultSection(one, links.pactVersion(consumer, provider, sha)))}
      ${
        others.length === 0
          ? null
          : html`<h2>Not in this pact</h2>
              ${others.map(otherResult)}`
      }
      <p>
        <a href=${`${links.verificationResult(consumer, provider, sha, verification.number)}.json`}
          >This result as JSON</a
        >
      </p>`,
  );
}

function facts(shown: ShownVerification, { links, now }: PageCall): Content {
  const {
    publication,
    verification,
    providerVersion,
    circumstances,
    selectors,
    consumerVersions,
    mostVersions,
  } = shown;
  const { consumerName: consumer, providerName: provider } = publication;
  const { success, buildUrl } = verification;
  const verifier = verifierWords(verification.verifiedBy);
  return html`<dl class="facts">
      <dt>Result</dt>
      <dd>${status(success ? 'good' : 'bad', success ? 'Verified' : 'Failed')}</dd>
      <dt>Provider version</dt>
      <dd>${shortened(verification.providerVersionNumber)} ${versionBadges(providerVersion)}</dd>
      <dt>When</dt>
      <dd>${time(verification.createdAt, now)}</dd>
      <dt>Counts for</dt>
      <dd>
        ${consumer}
        ${consumerVersions
          .slice(0, mostVersions)
          .map(({ number }) => html`${shortened(number, links.pact(consumer, provider, number))} `)}
        ${consumerVersions.length > mostVersions ? 'and earlier versions with the same content' : null}
      </dd>
      ${
        buildUrl === null
          ? null
          : html`<dt>Build</dt>
              <dd>${externalLink(buildUrl)}</dd>`
      }
      ${
        verifier === undefined
          ? null
          : html`<dt>Verifier</dt>
              <dd>${verifier}</dd>`
      }
      ${
        selectors.length === 0
          ? null
          : html`<dt>Selected as</dt>
              <dd>${selectors.map(selectorWords).join('; ')}</dd>`
      }
    </dl>
    ${circumstancesWords(circumstances, success, provider).map((words) => html`<p class="message open">${words}</p>`)}`;
}
