import { branchesOfVersion } from '../../branches/index.ts';
import type { Database } from '../../database/index.ts';
import type { Urls } from '../../http/index.ts';
import { labelsOfPacticipant } from '../../labels/index.ts';
import { encodeMetadata, type Publication } from '../../pacts/index.ts';
import { tagsOfVersion } from '../../tags/index.ts';
import {
  findVerification,
  latestVerification,
  latestVerificationFromMainBranch,
  type Verification,
} from '../../verifications/index.ts';
import type { ContractFacts, VerificationFacts, VersionFacts } from './template-parameters.ts';

/**
 * The facts about a contract that fill template parameters. The result is that of the event; for an event without one,
 * the last result that the content has from the provider's main branch, else the last of all.
 * Source: docs/official-broker/webhooks.md#parameters.
 * @param verificationNumber of the event's result; null for an event without one
 */
export function contractFacts(
  database: Database,
  publication: Publication,
  verificationNumber: number | null,
  urls: Urls,
): ContractFacts {
  const { consumerName, providerName, consumerVersionNumber, pactVersionId, sha } = publication;
  const verification =
    verificationNumber === null
      ? (latestVerificationFromMainBranch(database, pactVersionId, publication.providerId) ??
        latestVerification(database, pactVersionId))
      : findVerification(database, pactVersionId, verificationNumber);
  const consumerVersion = versionFacts(database, publication.consumerVersionId, consumerVersionNumber);
  const metadata = encodeMetadata({
    selectors: [],
    consumerVersionNumber,
    consumerVersionTags: consumerVersion.tags,
    wip: true,
  });
  return {
    consumer: { name: consumerName, labels: labelsOfPacticipant(database, publication.consumerId) },
    provider: { name: providerName, labels: labelsOfPacticipant(database, publication.providerId) },
    pactUrl: urls.pactVersion(consumerName, providerName, sha, metadata),
    consumerVersion,
    verification: verification && verificationFacts(database, publication, verification, urls),
  };
}

/** The facts about a result that fill template parameters. */
export function verificationFacts(
  database: Database,
  { consumerName, providerName, sha }: Publication,
  { success, number, providerVersionId, providerVersionNumber }: Verification,
  urls: Urls,
): VerificationFacts {
  return {
    success,
    url: urls.verificationResult(consumerName, providerName, sha, number),
    providerVersion: versionFacts(database, providerVersionId, providerVersionNumber),
  };
}

function versionFacts(database: Database, id: number, number: string): VersionFacts {
  return {
    number,
    tags: tagsOfVersion(database, id),
    branch: branchesOfVersion(database, id).at(-1)?.name,
  };
}
