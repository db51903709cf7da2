import type { Database } from '../database/index.ts';
import {
  FixedReplyError,
  mediaTypes,
  NotFoundError,
  ok,
  resource,
  type Call,
  type Routing,
} from '../http/index.ts';
import { comparedContents, mostAtOnceMs } from './compare-contents.ts';
import { compareInTime, longestComparisonMs } from './compare-in-time.ts';
import { diffText } from './diff-text.ts';
import { nextPublication, previousDistinctPublication } from './list-store.ts';
import { pactName } from './representation.ts';
import {
  contentBytes,
  contentText,
  findPublication,
  findPublicationOfContent,
  type IntegrationNames,
  type Publication,
} from './store.ts';

const integration = '/pacts/provider/:provider/consumer/:consumer';

/** What changed between two pacts of an integration, as text. Source: docs/official-broker/pacts.md#diffs. */
export function diffRoutes(routing: Routing): void {
  const { database } = routing;
  const diff = (
    path: string,
    find: (call: Call) => Publication | undefined,
    findOther: (pact: Publication, call: Call) => Publication | undefined,
  ) =>
    resource(routing, integration + path, {
      produces: [mediaTypes.plainText],
      get: {
        async wait(call) {
          const pact = find(call);
          if (!pact) throw new NotFoundError();
          const other = findOther(pact, call);
          return ok(
            other
              ? await compared(database, pact, other, call)
              : `No previous distinct version was found for ${pactName(pact)}`,
          );
        },
      },
    });
  const byVersion = (call: Call, parameter: string) =>
    findPublication(database, namesOf(call), call.params[parameter] ?? '');
  const byContent = (call: Call, parameter: string) =>
    findPublicationOfContent(database, namesOf(call), call.params[parameter] ?? '');

  diff(
    '/version/:version/diff/previous-distinct',
    (call) => byVersion(call, 'version'),
    (pact) => previousDistinctPublication(database, pact),
  );
  diff(
    '/version/:version/diff/version/:other',
    (call) => byVersion(call, 'version'),
    (_, call) => required(byVersion(call, 'other')),
  );
  diff(
    '/pact-version/:sha/diff/pact-version/:other',
    (call) => byContent(call, 'sha'),
    (_, call) => required(byContent(call, 'other')),
  );
}

async function compared(
  database: Database,
  pact: Publication,
  other: Publication,
  call: Call,
): Promise<string> {
  const content = ({ pactVersionId }: Publication) => contentText(database, pactVersionId);
  call.reads(() => ({ bytes: contentBytes(database, pact.pactVersionId, other.pactVersionId) }));
  // The content that differs came up with the first pact after the other one.
  const changedAt = (nextPublication(database, other) ?? pact).createdAt;
  const contents = { before: content(other), after: content(pact) };
  const diff = await compareInTime(contents, () => comparedContents(contents, mostAtOnceMs), {
    task: 'compare contents',
    input: contents,
  });
  if (diff === undefined) throw tookTooLong(pact, other);
  return diffText(pact, other, { changedAt, diff, now: call.now }, call.urls);
}

function tookTooLong(pact: Publication, other: Publication): FixedReplyError {
  return new FixedReplyError({
    status: 408,
    body: `Comparing ${pactName(other)} and ${pactName(pact)} took longer than ${longestComparisonMs / 1_000} seconds, and was given up. Get both pacts and compare them where you have more time.`,
    contentType: mediaTypes.plainText,
  });
}

function required(publication: Publication | undefined): Publication {
  if (!publication) throw new NotFoundError();
  return publication;
}

function namesOf({ params }: Call): IntegrationNames {
  return { consumer: params['consumer'] ?? '', provider: params['provider'] ?? '' };
}
