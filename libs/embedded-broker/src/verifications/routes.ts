import type { Database } from '../database/index.ts';
import {
  created,
  mediaTypes,
  MessageError,
  noContent,
  NotFoundError,
  ok,
  resource,
  type Call,
  type Routing,
} from '../http/index.ts';
import {
  consumerVersionIds,
  decodeMetadata,
  findPublication,
  findPublicationOfContent,
  type Publication,
} from '../pacts/index.ts';
import { findOrCreateVersion } from '../versions/index.ts';
import { raiseVerificationEvents } from '../webhooks/index.ts';
import { verificationInput } from './input.ts';
import { showVerification, verificationTypes } from './show.ts';
import {
  deleteVerification,
  findVerification,
  insertVerification,
  latestVerification,
  type Verification,
} from './store.ts';

const content = '/pacts/provider/:provider/consumer/:consumer/pact-version/:sha';

/** Publishing and reading verification results. Source: docs/official-broker/verification-results.md#routes. */
export function verificationRoutes(routing: Routing): void {
  const { database } = routing;

  for (const path of [
    `${content}/verification-results`,
    `${content}/metadata/:metadata/verification-results`,
  ]) {
    resource(routing, path, {
      produces: [mediaTypes.hal, mediaTypes.json],
      post: {
        consumes: [mediaTypes.json],
        handle(call) {
          const publication = requiredPublication(database, call);
          const input = verificationInput(call.json);
          const metadata = decodeMetadata(call.params['metadata']);
          const { version } = findOrCreateVersion(
            database,
            publication.providerName,
            input.providerApplicationVersion,
            call.now,
          );
          const verification = insertVerification(
            database,
            {
              ...input,
              pactVersionId: publication.pactVersionId,
              providerVersionId: version.id,
              wip: metadata.wip ?? false,
              pactPending: metadata.pending,
            },
            call.now,
          );
          raiseVerificationEvents(database, { publication, verification, metadata }, call);
          const { consumerName, providerName, sha } = publication;
          const names = { consumer: consumerName, provider: providerName };
          const newest = findPublicationOfContent(database, names, sha) ?? publication;
          return created(
            showVerification(database, verification, newest, call),
            call.urls.verificationResult(consumerName, providerName, sha, verification.number),
          );
        },
      },
    });
  }

  resource(routing, `${content}/verification-results/latest`, {
    produces: verificationTypes,
    get(call) {
      const publication = requiredPublication(database, call);
      const verification = latestVerification(database, publication.pactVersionId);
      if (!verification) throw new NotFoundError();
      return ok(showVerification(database, verification, publication, call));
    },
  });

  for (const path of [
    `${content}/verification-results/:number`,
    `${content}/metadata/:metadata/verification-results/:number`,
  ]) {
    resource(routing, path, {
      produces: verificationTypes,
      get(call) {
        const { verification, publication } = requiredVerification(database, call);
        return ok(showVerification(database, verification, publication, call));
      },
      delete(call) {
        deleteVerification(database, requiredVerification(database, call).verification);
        return noContent;
      },
    });
  }
}

/** The pact of the URL: the consumer version's that the metadata names, if it has this content, else the last one that has. */
function requiredPublication(database: Database, { params }: Call): Publication {
  const names = { consumer: params['consumer'] ?? '', provider: params['provider'] ?? '' };
  const sha = params['sha'] ?? '';
  const metadata = decodeMetadata(params['metadata']);
  const [consumerVersionId] = consumerVersionIds(metadata);
  const { consumerVersionNumber } = metadata;
  const numbered =
    consumerVersionNumber === undefined ? undefined : findPublication(database, names, consumerVersionNumber);
  const publication =
    (numbered?.sha === sha && numbered) ||
    (consumerVersionId !== undefined && findPublicationOfContent(database, names, sha, consumerVersionId)) ||
    findPublicationOfContent(database, names, sha);
  if (!publication) throw new NotFoundError();
  return publication;
}

function requiredVerification(
  database: Database,
  call: Call,
): { verification: Verification; publication: Publication } {
  const { number = '' } = call.params;
  if (number === 'all') {
    throw new MessageError(404, 'To see all the verifications for a pact, use the Matrix page', {
      slug: 'not-found',
      title: 'Not Found',
    });
  }
  const publication = requiredPublication(database, call);
  const verification = /^\d{1,15}$/.test(number)
    ? findVerification(database, publication.pactVersionId, Number(number))
    : undefined;
  if (!verification) throw new NotFoundError();
  return { verification, publication };
}
