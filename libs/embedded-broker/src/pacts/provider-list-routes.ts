import { notFoundByName, ok, resource, type Call, type Routing } from '../http/index.ts';
import { findPacticipant } from '../pacticipants/index.ts';
import { mostSelected, publicationsForProvider, type PactSelection } from './list-store.ts';
import { providerPactsRepresentation } from './representation.ts';

const provider = '/pacts/provider/:provider';

/**
 * Lists of a provider's pacts: all, with a tag, of a branch, of branches' heads.
 * Source: docs/official-broker/pacts.md#pacts-of-a-provider.
 */
export function providerPactListRoutes(routing: Routing): void {
  const { database } = routing;
  const list = (path: string, selectionOf: (call: Call) => PactSelection) =>
    resource(routing, path, {
      get(call) {
        const name = call.params['provider'] ?? '';
        const found = findPacticipant(database, name);
        if (!found) throw notFoundByName('provider', name);
        const selection = selectionOf(call);
        call.reads(() => ({ rows: mostSelected(database, { providerId: found.id }, selection) }));
        const publications = publicationsForProvider(database, found.id, selection);
        const self = { href: call.url, title: titleOf(name, selection) };
        return ok(providerPactsRepresentation(name, publications, self, call.urls));
      },
    });

  list(provider, () => ({ of: 'all' }));
  list(`${provider}/tag/:tag`, ({ params }) => ({ of: 'tag', tag: params['tag'] ?? '' }));
  list(`${provider}/branch`, () => ({ of: 'branch', branch: undefined, latest: false }));
  list(`${provider}/branch/latest`, () => ({ of: 'branch', branch: undefined, latest: true }));
  list(`${provider}/branch/:branch`, ({ params }) => ({
    of: 'branch',
    branch: params['branch'],
    latest: false,
  }));
  list(`${provider}/branch/:branch/latest`, ({ params }) => ({
    of: 'branch',
    branch: params['branch'],
    latest: true,
  }));
}

function titleOf(provider: string, selection: PactSelection): string {
  const latest = selection.of === 'branch' && selection.latest;
  const title = `${latest ? 'Latest' : 'All'} pact versions for the provider ${provider}`;
  if (selection.of === 'tag') return `${title} with consumer version tag '${selection.tag}'`;
  if (selection.of === 'branch' && selection.branch !== undefined)
    return `${title} with consumer version branch '${selection.branch}'`;
  return title;
}
