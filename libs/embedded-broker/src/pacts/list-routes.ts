import type { Database } from '../database/index.ts';
import { noContent, notFoundByName, ok, resource, type Call, type Routing } from '../http/index.ts';
import { findPacticipant, type Pacticipant } from '../pacticipants/index.ts';
import { deletionRepresentation, pactVersionsRepresentation } from './list-representation.ts';
import { mostSelected, publicationsBetween, type PactSelection } from './list-store.ts';
import { latestPublication, type Publication } from './store.ts';
import { deletePublication } from './write-store.ts';

const integration = '/pacts/provider/:provider/consumer/:consumer';

/**
 * Lists of the pacts between a consumer and a provider, which can be deleted at once.
 * Source: docs/official-broker/pacts.md#publications-of-an-integration.
 */
export function pactListRoutes(routing: Routing): void {
  const { database } = routing;
  const selected = (call: Call, selection: PactSelection): Publication[] => {
    const { consumer, provider } = sidesOf(database, call);
    const between = { consumerId: consumer.id, providerId: provider.id };
    call.reads(() => ({ rows: mostSelected(database, between, selection) }));
    return publicationsBetween(database, between, selection);
  };
  const show = (publications: readonly Publication[], call: Call, tag?: string) =>
    ok(pactVersionsRepresentation(publications, namesOf(call), call.url, call.urls, tag));
  const remove = (publications: readonly Publication[]) => {
    for (const publication of publications) deletePublication(database, publication);
  };
  const left = (call: Call) =>
    ok(deletionRepresentation(latestPublication(database, namesOf(call)), call.urls));

  resource(routing, `${integration}/versions`, {
    get: (call) => show(selected(call, { of: 'all' }).reverse(), call),
    delete(call) {
      remove(selected(call, { of: 'all' }));
      return noContent;
    },
  });

  const withTag = ({ params }: Call): PactSelection => ({ of: 'tag', tag: params['tag'] ?? '' });
  resource(routing, `${integration}/tag/:tag`, {
    get: (call) => show(selected(call, withTag(call)).reverse(), call, call.params['tag']),
    delete(call) {
      remove(selected(call, withTag(call)));
      return left(call);
    },
  });

  const ofBranch = (path: string, { latest }: { readonly latest: boolean }) => {
    const selection = ({ params }: Call): PactSelection => ({
      of: 'branch',
      branch: params['branch'],
      latest,
    });
    resource(routing, integration + path, {
      get: (call) => show(selected(call, selection(call)), call),
      delete(call) {
        remove(selected(call, selection(call)));
        return left(call);
      },
    });
  };
  ofBranch('/branch/versions', { latest: false });
  ofBranch('/branch/latest/versions', { latest: true });
  ofBranch('/branch/:branch', { latest: false });
  ofBranch('/branch/:branch/latest/versions', { latest: true });
}

function namesOf({ params }: Call): { consumer: string; provider: string } {
  return { consumer: params['consumer'] ?? '', provider: params['provider'] ?? '' };
}

/** @throws MessageError (404) naming the side that is not there */
function sidesOf(database: Database, call: Call): { consumer: Pacticipant; provider: Pacticipant } {
  const names = namesOf(call);
  const consumer = findPacticipant(database, names.consumer);
  if (!consumer) throw notFoundByName('consumer', names.consumer);
  const provider = findPacticipant(database, names.provider);
  if (!provider) throw notFoundByName('provider', names.provider);
  return { consumer, provider };
}
