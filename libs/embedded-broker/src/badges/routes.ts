import { mediaTypes, ok, resource, textOf, type Call, type Reply, type Routing } from '../http/index.ts';
import { verificationStatus, type StatusResult } from '../verifications/index.ts';
import { drawBadge, type Badge } from './badge.ts';
import { branchToEnvironmentBadge, canIMergeBadge, tagToTagBadge } from './deployment-badges.ts';
import { noPactBadge, pactBadge, type BadgeNames, type BadgeOptions } from './pact-badge.ts';
import { latestContent, latestResult, latestResultBetweenTags, type PactFilter } from './store.ts';

/** How long the verdict on merging may be shown without asking again (`badge_default_cache_setting`). */
const mergeCache = 'max-age=30';

/**
 * Badges for READMEs. They are drawn here: nobody else learns who has a contract with whom. One is always answered,
 * since a missing picture says nothing to its reader.
 * Source: docs/official-broker/badges.md#routes.
 */
export function badgeRoutes(routing: Routing): void {
  pactBadges(routing);
  deploymentBadges(routing);
}

function pactBadges(routing: Routing): void {
  const { database } = routing;
  const answer = (
    call: Call,
    names: BadgeNames,
    filter: PactFilter,
    find: (ids: { consumerId: number; providerId: number }) => StatusResult | undefined = (ids) =>
      latestResult(database, ids, filter),
  ): Reply => {
    const content = latestContent(database, names, filter);
    if (!content) return drawn(noPactBadge);
    const status = verificationStatus(content.pactVersionId, find(content));
    return drawn(pactBadge(names, status, optionsOf(call)));
  };

  const latest = '/pacts/provider/:provider/consumer/:consumer/latest';
  badge(routing, `${latest}/badge`, (call) => answer(call, namesOf(call), {}));
  badge(routing, `${latest}/:tag/badge`, (call) =>
    answer(call, namesOf(call), { tag: call.params['tag'] ?? '' }),
  );
  badge(routing, `${latest}-untagged/badge`, (call) => answer(call, namesOf(call), { untagged: true }));
  badge(
    routing,
    '/matrix/provider/:provider/latest/:providerTag/consumer/:consumer/latest/:tag/badge',
    (call) => {
      const { providerTag = '', tag = '' } = call.params;
      const names = { ...namesOf(call), consumerTag: tag, providerTag };
      return answer(call, names, { tag }, (ids) =>
        latestResultBetweenTags(database, ids, { consumer: tag, provider: providerTag }),
      );
    },
  );
}

function deploymentBadges(routing: Routing): void {
  const { database } = routing;
  const pacticipant = '/pacticipants/:pacticipant';
  badge(routing, `${pacticipant}/latest-version/:tag/can-i-deploy/to/:to/badge`, (call) => {
    const { pacticipant: name = '', tag = '', to = '' } = call.params;
    return drawn(tagToTagBadge(database, { pacticipant: name, tag, to }, optionsOf(call)));
  });
  badge(
    routing,
    `${pacticipant}/branches/:branch/latest-version/can-i-deploy/to-environment/:environment/badge`,
    (call) => {
      const { pacticipant: name = '', branch = '', environment = '' } = call.params;
      return drawn(
        branchToEnvironmentBadge(database, { pacticipant: name, branch, environment }, optionsOf(call)),
      );
    },
  );
  badge(routing, `${pacticipant}/main-branch/can-i-merge/badge`, ({ params }) => {
    const shown = canIMergeBadge(database, params['pacticipant'] ?? '');
    return shown.message === 'not found' ? drawn(shown) : drawn(shown, mergeCache);
  });
}

function badge(routing: Routing, path: string, get: (call: Call) => Reply): void {
  resource(routing, path, { produces: [mediaTypes.svg], get });
}

function drawn(shown: Badge, cache = 'no-cache'): Reply {
  return { ...ok(drawBadge(shown)), headers: { 'Cache-Control': cache } };
}

function optionsOf({ query }: Call): BadgeOptions {
  return { label: textOf(query['label']) || undefined, initials: query['initials'] === 'true' };
}

function namesOf({ params }: Call): BadgeNames {
  return { consumer: params['consumer'] ?? '', provider: params['provider'] ?? '' };
}
