import type { Urls } from '../http/index.ts';
import { encodeMetadata, pactName } from '../pacts/index.ts';
import { longDescriptions, shortDescription } from './descriptions.ts';
import type { PactsToVerify } from './find.ts';
import {
  selectionText,
  verificationNotices,
  wipText,
  type VerificationNotice,
  type VerifiedProvider,
} from './notices.ts';
import type { SelectionReason } from './selected-pact.ts';

/**
 * The answer to a provider's build.
 * Source: docs/official-broker/pacts-for-verification.md#answer.
 * @param extraNotices come before those of each pact
 */
export function pactsForVerificationRepresentation(
  { selected, wip, includesPendingStatus }: PactsToVerify,
  provider: VerifiedProvider,
  extraNotices: readonly VerificationNotice[],
  urls: Urls,
): object {
  const explicit = selected.map(({ pact: { publication, reasons }, status }) => {
    const { consumerName, providerName, sha } = publication;
    const metadata = encodeMetadata({
      selectors: reasons.map(metadataSelector),
      pending: status?.pending,
    });
    const inclusion = selectionText(
      urls.pactVersion(consumerName, providerName, sha),
      longDescriptions(reasons, provider.name),
      reasons.length,
    );
    return {
      shortDescription: shortDescription(reasons),
      verificationProperties: {
        pending: status?.pending,
        notices: [
          ...extraNotices,
          ...verificationNotices(inclusion, provider, status && { ...status, wip: false }),
        ],
      },
      _links: {
        self: {
          href: urls.pactVersion(consumerName, providerName, sha, metadata),
          name: pactName(publication),
        },
      },
    };
  });
  const inProgress = wip.map((candidate) => {
    const { consumerName, providerName, sha } = candidate.publication;
    const href = urls.pactVersion(
      consumerName,
      providerName,
      sha,
      encodeMetadata({ selectors: [], wip: true }),
    );
    const inclusion = wipText(href, candidate, provider);
    const status = includesPendingStatus
      ? { pending: true, tags: candidate.providerTags, wip: true }
      : undefined;
    return {
      shortDescription: [
        ...candidate.branches.map((branch) => `latest from branch ${branch}`),
        ...candidate.tags.map((tag) => `latest with tag ${tag}`),
      ].join(', '),
      verificationProperties: {
        pending: status?.pending,
        wip: true,
        notices: [...extraNotices, ...verificationNotices(inclusion, provider, status)],
      },
      _links: { self: { href, name: pactName(candidate.publication) } },
    };
  });
  return {
    _embedded: { pacts: [...explicit, ...inProgress] },
    _links: { self: { href: urls.pactsForVerification(provider.name), title: 'Pacts to be verified' } },
  };
}

function metadataSelector({ branch, tag, environment, kind, version }: SelectionReason) {
  return {
    branch,
    tag,
    environment: environment?.name,
    latest: kind === 'latest' || kind === 'branch' || kind === 'tag',
    consumerVersionId: version.id,
  };
}
