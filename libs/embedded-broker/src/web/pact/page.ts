import type { Urls } from '../../http/index.ts';
import type { VersionFacts } from '../../matrix/index.ts';
import type { Publication } from '../../pacts/index.ts';
import type { Verification } from '../../verifications/index.ts';
import { shortened } from '../components/shortened.ts';
import { status } from '../components/status.ts';
import { time } from '../components/time.ts';
import { versionBadges } from '../components/version-badges.ts';
import { around, html, type Content, type Rendered } from '../html.ts';
import { page } from '../layout.ts';
import type { PageCall } from '../page-route.ts';

/** What the page of a pact shows. */
export interface ShownPact {
  readonly publication: Publication;
  readonly version: VersionFacts;
  /** The last result for its content. */
  readonly result: Verification | undefined;
  readonly contract: Rendered;
}

/** The page of a pact: what it says, where it comes from, and whether the provider keeps it. */
export function pactPage({ publication, version, result, contract }: ShownPact, call: PageCall): string {
  const { links, now } = call;
  const { consumerName: consumer, providerName: provider, consumerVersionNumber: number } = publication;
  return page(
    {
      title: `Pact between ${consumer} and ${provider}`,
      heading: html`Pact between <a href=${links.pacticipant(consumer)}>${consumer}</a> and
        <a href=${links.pacticipant(provider)}>${provider}</a>`,
      section: 'overview',
      trail: [{ label: `${consumer} – ${provider}`, href: links.integrationDashboard(consumer, provider) }],
      links,
    },
    html`<dl class="facts">
        <dt>Consumer version</dt>
        <dd>${shortened(number)} ${versionBadges(version)}</dd>
        <dt>Published</dt>
        <dd>${time(publication.createdAt, now)}</dd>
        <dt>Content</dt>
        <dd>${shortened(publication.sha, links.pactVersion(consumer, provider, publication.sha))}</dd>
        <dt>Last verification</dt>
        <dd>${resultWords(result, publication, links, now)}</dd>
      </dl>
      <ul class="actions">
        <li><a class="button" href=${links.integrationMatrix(consumer, provider)}>Matrix</a></li>
      </ul>
      ${around('div', contract)}`,
  );
}

function resultWords(
  result: Verification | undefined,
  { consumerName, providerName, sha }: Publication,
  links: Urls,
  now: string,
): Content {
  if (!result) return status('none', 'Never verified');
  const href = links.verificationResult(consumerName, providerName, sha, result.number);
  const words = html`<a href=${href}>${result.success ? 'Verified' : 'Failed'}</a>`;
  return html`${status(result.success ? 'good' : 'bad', words)} by version
  ${shortened(result.providerVersionNumber)}, ${time(result.createdAt, now)}`;
}
