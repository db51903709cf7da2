import type { Database } from '../../database/index.ts';
import type { Urls } from '../../http/index.ts';
import { findPublication, type PactMetadata, type Publication } from '../../pacts/index.ts';
import { tagsOfVersion } from '../../tags/index.ts';
import type { Verification } from '../../verifications/index.ts';
import { findVersionById } from '../../versions/index.ts';
import type { EventName } from '../definition/webhook.ts';
import { triggerWebhooks, webhooksFor, type BrokerEvent } from './trigger.ts';

/**
 * Raises the events of a result: it was published, and it succeeded or failed. When the pact was selected for several
 * consumer versions, the events occur once for each, since each version is a commit that waits for its status.
 * Source: docs/official-broker/webhooks.md#events-of-results.
 * @param metadata of the URL that the result was sent to
 */
export function raiseVerificationEvents(
  database: Database,
  { publication, verification, metadata }: PublishedResult,
  { now, urls }: { readonly now: string; readonly urls: Urls },
): void {
  const webhooks = webhooksFor(database, publication);
  if (webhooks.length === 0) return;
  const versions = verifiedVersions(database, metadata);
  const providerTags = tagsOfVersion(database, verification.providerVersionId);
  const event = (name: EventName): BrokerEvent => ({
    name,
    occurrences: versions.map((version) => ({
      publication: publicationOf(database, publication, version?.number),
      verificationNumber: verification.number,
      context: {
        base_url: urls.base,
        build_url: verification.buildUrl,
        provider_version_tags: providerTags,
        event_name: name,
        ...(version && {
          consumer_version_number: version.number,
          ...(version.tags && { consumer_version_tags: version.tags }),
        }),
      },
    })),
  });
  const outcome = verification.success ? 'provider_verification_succeeded' : 'provider_verification_failed';
  triggerWebhooks(database, webhooks, [event('provider_verification_published'), event(outcome)], {
    now,
    urls,
  });
}

export interface PublishedResult {
  readonly publication: Publication;
  readonly verification: Verification;
  readonly metadata: PactMetadata;
}

interface VerifiedVersion {
  readonly number: string;
  readonly tags: readonly string[] | undefined;
}

/** The consumer versions that the metadata names; [undefined] when it does not name one. */
function verifiedVersions(database: Database, metadata: PactMetadata): (VerifiedVersion | undefined)[] {
  const { selectors, consumerVersionId, consumerVersionNumber, consumerVersionTags } = metadata;
  const numberOf = (id: number | undefined) =>
    id === undefined ? undefined : findVersionById(database, id)?.number;
  const tagsByNumber = Map.groupBy(selectors, ({ consumerVersionId: id }) => numberOf(id));
  const selected = [...tagsByNumber].flatMap(([number, group]) =>
    number === undefined ? [] : [{ number, tags: [...new Set(group.flatMap(({ tag }) => tag ?? []))] }],
  );
  if (selected.length > 0) return selected;
  const number = consumerVersionNumber ?? numberOf(consumerVersionId);
  return [number === undefined ? undefined : { number, tags: consumerVersionTags }];
}

function publicationOf(
  database: Database,
  publication: Publication,
  number: string | undefined,
): Publication {
  if (number === undefined) return publication;
  const names = { consumer: publication.consumerName, provider: publication.providerName };
  return findPublication(database, names, number) ?? publication;
}
