import { notFoundByName, textOf, type Routing } from '../../http/index.ts';
import { labelsOfPacticipant } from '../../labels/index.ts';
import { versionFacts } from '../../matrix/index.ts';
import { findPacticipant } from '../../pacticipants/index.ts';
import {
  countVersions,
  countVersionsOfBranch,
  listVersions,
  versionsOfBranch,
} from '../../versions/index.ts';
import { pageAsked } from '../components/paging.ts';
import { liveEnvironments, webhookStates } from '../integration-list/live-store.ts';
import { integrationRows } from '../integration-list/integration-rows.ts';
import { countIntegrations } from '../integration-list/store.ts';
import type { PageRoute } from '../page-route.ts';
import { pacticipantPage } from './page.ts';
import { branchesByActivity, countsOfVersions } from './store.ts';

const byName = { sort: 'consumer', descending: false } as const;
/** How many contracts a page shows, and how many among the neighbours on it. */
const mostContracts = 200;
const mostBranches = 30;

/** The page of an application: what it is, what versions it has, and whom it has contracts with. */
export function pacticipantPages({ database }: Routing): PageRoute[] {
  return [
    {
      path: '/pacticipants/:pacticipant',
      get(call) {
        const { pacticipant: name = '' } = call.params;
        const pacticipant = findPacticipant(database, name);
        if (!pacticipant) throw notFoundByName('pacticipant', name);
        const { id } = pacticipant;
        const branch = textOf(call.query['branch']) || undefined;
        const page = pageAsked(call.query, 20);
        const versions =
          branch === undefined
            ? listVersions(database, id, page)
            : versionsOfBranch(database, id, branch, page);
        const ids = versions.map((version) => version.id);
        const contractsPage = pageAsked({ page: call.query['contracts'] ?? '' }, mostContracts);
        const contracts = integrationRows(database, { of: id }, byName, contractsPage);
        const neighbours = [
          ...new Set([id, ...contracts.flatMap((one) => [one.consumerId, one.providerId])]),
        ];
        return pacticipantPage(
          {
            pacticipant,
            labels: labelsOfPacticipant(database, id),
            branches: branchesByActivity(database, id, mostBranches),
            branch,
            versions,
            page,
            total:
              branch === undefined
                ? countVersions(database, id)
                : countVersionsOfBranch(database, id, branch),
            factsOf: versionFacts(database, ids),
            counts: countsOfVersions(database, ids),
            contracts,
            contractsPage,
            contractsTotal: countIntegrations(database, { of: id }),
            neighbourhood: integrationRows(database, { among: neighbours }, byName, {
              number: 1,
              size: mostContracts,
            }),
            environmentsOf: liveEnvironments(database, contracts),
            webhooksOf: webhookStates(database, contracts),
          },
          call,
        );
      },
    },
  ];
}
