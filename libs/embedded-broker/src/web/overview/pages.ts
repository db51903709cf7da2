import { listEnvironments } from '../../environments/index.ts';
import type { Routing } from '../../http/index.ts';
import { listLabelNames } from '../../labels/index.ts';
import { pageAsked } from '../components/paging.ts';
import type { PageRoute } from '../page-route.ts';
import { liveEnvironments, webhookStates } from '../integration-list/live-store.ts';
import { overviewPage } from './page.ts';
import { defaultSize, overviewQuery } from './query.ts';
import { integrationRows } from '../integration-list/integration-rows.ts';
import { countIntegrations } from '../integration-list/store.ts';

/** The start page: every integration and where it stands. */
export function overviewPages({ database }: Routing): PageRoute[] {
  return [
    {
      path: '/',
      get(call) {
        const query = overviewQuery(call.query);
        const page = pageAsked(call.query, defaultSize);
        const rows = integrationRows(database, query, query, page);
        return overviewPage(
          {
            query,
            page,
            rows,
            total: countIntegrations(database, query),
            environmentsOf: liveEnvironments(database, rows),
            webhooksOf: webhookStates(database, rows),
            labels: listLabelNames(database, undefined),
            environments: listEnvironments(database).map(({ name }) => name),
          },
          call,
        );
      },
    },
  ];
}
