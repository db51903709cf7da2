import type { Database } from '../database/index.ts';
import { mediaTypes, type Call } from '../http/index.ts';
import { encodeMetadata, type Publication } from '../pacts/index.ts';
import { tagsWithLatest } from '../tags/index.ts';
import { verificationRepresentation } from './representation.ts';
import type { Verification } from './store.ts';

/** The media types of a verification result; the last one adds the tags of the provider version. */
export const verificationTypes = [mediaTypes.hal, mediaTypes.json, mediaTypes.extended];

/** A result as the client asked for it. */
export function showVerification(
  database: Database,
  verification: Verification,
  publication: Publication,
  { urls, accepted, reads }: Pick<Call, 'urls' | 'accepted' | 'reads'>,
): object {
  reads(() => ({ bytes: verification.testResults?.length ?? 0 }));
  const metadata = encodeMetadata({
    selectors: [],
    consumerVersionNumber: publication.consumerVersionNumber,
  });
  const tags =
    accepted === mediaTypes.extended ? tagsWithLatest(database, verification.providerVersionId) : undefined;
  return verificationRepresentation(verification, { ...publication, metadata }, urls, tags);
}
