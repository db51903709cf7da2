import { findEnvironmentByName } from '../../environments/index.ts';
import { notFoundByName, type Routing } from '../../http/index.ts';
import { evaluateMatrix, matrixQuery, shownRows, versionFacts, type Known } from '../../matrix/index.ts';
import { findPacticipant } from '../../pacticipants/index.ts';
import type { PageRoute } from '../page-route.ts';
import { matrixPage } from './page.ts';

/** The matrix of an integration. */
export function matrixPages({ database }: Routing): PageRoute[] {
  const known: Known = {
    pacticipant: (name) => findPacticipant(database, name) !== undefined,
    environment: (name) => findEnvironmentByName(database, name) !== undefined,
  };
  return [
    {
      path: '/matrix/provider/:provider/consumer/:consumer',
      get(call) {
        const { consumer = '', provider = '' } = call.params;
        if (!known.pacticipant(consumer)) throw notFoundByName('consumer', consumer);
        if (!known.pacticipant(provider)) throw notFoundByName('provider', provider);
        const selectors = [{ pacticipant: consumer }, { pacticipant: provider }];
        const query = { ...matrixQuery({ latestby: 'cvpv', ...call.query, q: selectors }, known), selectors };
        const shown = shownRows(evaluateMatrix(database, query), query.limit);
        const ids = shown.flatMap(({ row: { pact, providerVersion } }) => [
          pact.consumerVersion.id,
          ...(providerVersion ? [providerVersion.id] : []),
        ]);
        return matrixPage({ consumer, provider }, shown, versionFacts(database, ids), call);
      },
    },
  ];
}
