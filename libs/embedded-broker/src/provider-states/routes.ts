import { notFoundByName, ok, resource, type Call, type Routing } from '../http/index.ts';
import { findPacticipant } from '../pacticipants/index.ts';
import { treeText, type JsonTree } from '../pacts/index.ts';
import { providerStates } from './provider-states.ts';
import { bytesInUse, statesEntries, type PactsInUse, type StatesEntry } from './store.ts';

/**
 * The states a provider has to be able to take on, over all its consumers.
 * Source: docs/official-broker/overview.md#provider-states.
 */
export function providerStateRoutes(routing: Routing): void {
  const { database } = routing;
  const states = (path: string, pactsOf: (call: Call) => PactsInUse) =>
    resource(routing, `/pacts/provider/:provider/provider-states${path}`, {
      get(call) {
        const name = call.params['provider'] ?? '';
        const provider = findPacticipant(database, name);
        if (!provider) throw notFoundByName('provider', name);
        const pacts = pactsOf(call);
        call.reads(() => ({ bytes: bytesInUse(database, provider.id, pacts) }));
        return ok(statesText(statesEntries(database, provider.id, pacts)));
      },
    });
  states('', () => ({ of: 'main branches' }));
  states('/branch/:branch', ({ params }) => ({ of: 'branch', name: params['branch'] ?? '' }));
  states('/environment/:environment', ({ params }) => ({
    of: 'environment',
    name: params['environment'] ?? '',
  }));
}

/** As text, since numbers in parameters have to stay as they were published. */
function statesText(entries: readonly StatesEntry[]): string {
  const shown: JsonTree[] = providerStates(entries).map(({ name, params, consumers }) => ({
    name,
    ...(params === undefined ? {} : { params }),
    consumers: [...consumers],
  }));
  return treeText({ providerStates: shown });
}
