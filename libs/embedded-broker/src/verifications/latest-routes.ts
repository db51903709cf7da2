import { NotFoundError, ok, resource, type Call, type Routing } from '../http/index.ts';
import {
  findPublication,
  latestPublication,
  latestPublicationWithTag,
  publicationsOfVersion,
  type IntegrationNames,
  type Publication,
} from '../pacts/index.ts';
import { findVersion } from '../versions/index.ts';
import { showVerification, verificationTypes } from './show.ts';
import { latestVerification, latestVerifications } from './store.ts';
import { verificationSummary } from './summary.ts';

const integration = '/pacts/provider/:provider/consumer/:consumer';

/**
 * The latest results for a consumer version's pact, for the latest pact, and for all pacts of a version.
 * Source: docs/official-broker/verification-results.md#latest-results.
 */
export function latestVerificationRoutes(routing: Routing): void {
  const { database } = routing;
  const latest = (path: string, find: (names: IntegrationNames, call: Call) => Publication | undefined) =>
    resource(routing, `${integration}${path}/verification-results/latest`, {
      produces: verificationTypes,
      get(call) {
        const { consumer = '', provider = '' } = call.params;
        const publication = find({ consumer, provider }, call);
        const verification = publication && latestVerification(database, publication.pactVersionId);
        if (!verification) throw new NotFoundError();
        return ok(showVerification(database, verification, publication, call));
      },
    });
  latest('/version/:version', (names, { params }) =>
    findPublication(database, names, params['version'] ?? ''),
  );
  latest('/latest', (names) => latestPublication(database, names));
  latest('/latest/:tag', (names, { params }) =>
    latestPublicationWithTag(database, names, params['tag'] ?? ''),
  );

  resource(routing, '/verification-results/consumer/:consumer/version/:version/latest', {
    get(call) {
      const { consumer = '', version: number = '' } = call.params;
      const version = findVersion(database, consumer, number);
      if (!version) throw new NotFoundError();
      const publications = publicationsOfVersion(database, version.id);
      const verifications = latestVerifications(
        database,
        publications.map(({ pactVersionId }) => pactVersionId),
      );
      const pacts = publications.map((publication) => ({
        publication,
        verification: verifications.get(publication.pactVersionId),
      }));
      return ok({
        ...verificationSummary(
          pacts.map(({ publication, verification }) => ({
            provider: publication.providerName,
            success: verification?.success,
          })),
        ),
        _embedded: {
          verificationResults: pacts.flatMap(({ publication, verification }) =>
            verification ? [showVerification(database, verification, publication, call)] : [],
          ),
        },
        _links: {
          self: {
            href: call.url,
            title: `Latest verification results for consumer ${consumer} version ${number}`,
          },
        },
      });
    },
  });
}
