import { mediaTypes, ok, resource, textOf, type Routing } from '../http/index.ts';
import { requiredPacticipant } from '../pacticipants/index.ts';
import { latestPublications } from '../pacts/index.ts';
import { csv } from './csv.ts';
import { relationshipRows, relationshipsAround } from './relationships.ts';
import { allRelationships } from './store.ts';

/**
 * The network of pacticipants, and the part of it around one, for diagrams.
 * Source: docs/official-broker/overview.md#network.
 */
export function networkRoutes(routing: Routing): void {
  const { database } = routing;
  const produces = [mediaTypes.csv];

  resource(routing, '/relationships', {
    produces,
    get: () => ok(csv(relationshipRows(latestPublications(database)))),
  });

  resource(routing, '/groups/:pacticipant', {
    produces,
    get(call) {
      const { id } = requiredPacticipant(database, call);
      const max = textOf(call.query['maxPacticipants']) ?? '';
      const maxPacticipants = /^\d{1,9}$/.test(max) ? Number(max) : undefined;
      return ok(csv(relationshipRows(relationshipsAround(allRelationships(database), id, maxPacticipants))));
    },
  });
}
