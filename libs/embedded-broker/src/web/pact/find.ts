import type { Database } from '../../database/index.ts';
import type { Call } from '../../http/index.ts';
import { findPacticipant } from '../../pacticipants/index.ts';
import {
  consumerVersionIds,
  decodeMetadata,
  findPublication,
  findPublicationOfContent,
  latestPublication,
  latestPublicationOfBranch,
  latestPublicationWithTag,
  latestUntaggedPublication,
  type Publication,
} from '../../pacts/index.ts';

const integration = '/pacts/provider/:provider/consumer/:consumer';

type Find = (database: Database, call: Call) => Publication | undefined;

const byContent: Find = (database, call) => {
  const { sha = '', metadata } = call.params;
  const [id] = consumerVersionIds(decodeMetadata(metadata));
  const names = namesOf(call);
  return (
    (id === undefined ? undefined : findPublicationOfContent(database, names, sha, id)) ??
    findPublicationOfContent(database, names, sha)
  );
};

/** The paths that a pact has, and how each finds it: the API's own, since a browser gets there by the same links. */
export const pactPaths: ReadonlyMap<string, Find> = new Map<string, Find>([
  [`${integration}/latest`, (database, call) => latestPublication(database, namesOf(call))],
  [
    `${integration}/latest-untagged`,
    (database, call) => {
      const { consumer, provider } = namesOf(call);
      const consumerId = findPacticipant(database, consumer)?.id;
      const providerId = findPacticipant(database, provider)?.id;
      if (consumerId === undefined || providerId === undefined) return undefined;
      return latestUntaggedPublication(database, { consumerId, providerId });
    },
  ],
  [
    `${integration}/latest/:tag`,
    (database, call) => latestPublicationWithTag(database, namesOf(call), call.params['tag'] ?? ''),
  ],
  [
    `${integration}/branch/:branch/latest`,
    (database, call) => latestPublicationOfBranch(database, namesOf(call), call.params['branch'] ?? ''),
  ],
  [
    `${integration}/version/:version`,
    (database, call) => findPublication(database, namesOf(call), call.params['version'] ?? ''),
  ],
  [`${integration}/pact-version/:sha`, byContent],
  [`${integration}/pact-version/:sha/metadata/:metadata`, byContent],
]);

function namesOf({ params }: Call): { consumer: string; provider: string } {
  return { consumer: params['consumer'] ?? '', provider: params['provider'] ?? '' };
}
