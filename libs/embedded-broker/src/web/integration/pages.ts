import { latestPactStatus } from '../../badges/latest-status.ts';
import { notFoundByName, textOf, type Routing } from '../../http/index.ts';
import { versionFacts } from '../../matrix/index.ts';
import { findPacticipant } from '../../pacticipants/index.ts';
import { pageAsked } from '../components/paging.ts';
import type { PageRoute } from '../page-route.ts';
import { integrationPage } from './page.ts';
import {
  countIntegrationPacts,
  integrationPacts,
  quickCount,
  views,
  type View,
  type ViewCount,
} from './store.ts';

/** The page of an integration: its pacts that count, and where they stand. */
export function integrationPages({ database }: Routing): PageRoute[] {
  const required = (role: 'consumer' | 'provider', name = '') => {
    const pacticipant = findPacticipant(database, name);
    if (!pacticipant) throw notFoundByName(role, name);
    return pacticipant;
  };
  return [
    {
      path: '/dashboard/provider/:provider/consumer/:consumer',
      get(call) {
        const consumer = required('consumer', call.params['consumer']);
        const provider = required('provider', call.params['provider']);
        const ids = { consumerId: consumer.id, providerId: provider.id };
        const counts = Object.fromEntries(
          views.map((view) => [view, quickCount(database, ids, view)]),
        ) as Record<View, ViewCount>;
        const asked = textOf(call.query['view']);
        const view =
          views.find((one) => one === asked) ?? views.find((one) => counts[one].count > 0) ?? 'all';
        const { count, isLeast } = counts[view];
        const total = isLeast ? countIntegrationPacts(database, ids, view) : count;
        const page = pageAsked(call.query, 30);
        const pacts = integrationPacts(database, ids, view, page);
        const versionIds = pacts.flatMap(({ consumerVersionId, result }) => [
          consumerVersionId,
          ...(result ? [result.providerVersionId] : []),
        ]);
        return integrationPage(
          {
            badgeState: latestPactStatus(database, { consumer: consumer.name, provider: provider.name }),
            consumer: consumer.name,
            provider: provider.name,
            view,
            counts: { ...counts, [view]: { count: total, isLeast: false } },
            page,
            pacts,
            factsOf: versionFacts(database, versionIds),
          },
          call,
        );
      },
    },
  ];
}
