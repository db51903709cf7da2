import type { Database } from '../database/index.ts';
import { notFoundByName, ok, resource, type Call, type Routing } from '../http/index.ts';
import { findPacticipant } from '../pacticipants/index.ts';
import { treeText, type JsonTree } from '../pacts/index.ts';
import { providerStates } from './provider-states.ts';
import { pactsInEnvironment, pactsOfBranchHeads, pactsOfMainBranches, type StatesEntry } from './store.ts';

type Find = (database: Database, providerId: number, call: Call) => StatesEntry[];

/**
 * The states a provider has to be able to take on, over all its consumers.
 * Source: docs/official-broker/overview.md#provider-states.
 */
export function providerStateRoutes(routing: Routing): void {
  const { database } = routing;
  const states = (path: string, find: Find) =>
    resource(routing, `/pacts/provider/:provider/provider-states${path}`, {
      get(call) {
        const name = call.params['provider'] ?? '';
        const provider = findPacticipant(database, name);
        if (!provider) throw notFoundByName('provider', name);
        return ok(statesText(find(database, provider.id, call)));
      },
    });
  states('', (_database, id) => pactsOfMainBranches(database, id));
  states('/branch/:branch', (_database, id, { params }) =>
    pactsOfBranchHeads(database, id, params['branch'] ?? ''),
  );
  states('/environment/:environment', (_database, id, { params }) =>
    pactsInEnvironment(database, id, params['environment'] ?? ''),
  );
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
