import type { Database } from '../database/index.ts';
import {
  mediaTypes,
  noContent,
  notFoundByName,
  ok,
  pageOf,
  pagingOf,
  resource,
  rowsOfList,
  textOf,
  type Call,
  type Routing,
} from '../http/index.ts';
import { findPacticipant, type Pacticipant } from '../pacticipants/index.ts';
import { deleteIntegration } from './delete-integration.ts';
import { integrationsGraph } from './graphviz.ts';
import { integrationsRepresentation } from './representation.ts';
import { countIntegrations, deleteAllIntegrations, listIntegrations } from './store.ts';

/** Integrations: the list, and what removes them. Source: docs/official-broker/overview.md#integrations. */
export function integrationRoutes(routing: Routing): void {
  const { database } = routing;

  resource(routing, '/integrations', {
    // Graphviz is the default of the official broker too.
    produces: [mediaTypes.graphviz, mediaTypes.hal],
    get({ query, accepted, urls, reads }) {
      const page = pageOf(query);
      const like = textOf(query['q']) ?? '';
      reads(() => rowsOfList(page, () => countIntegrations(database, like)));
      const integrations = listIntegrations(database, like, page);
      if (accepted === mediaTypes.graphviz) return ok(integrationsGraph(integrations));
      const total = page ? countIntegrations(database, like) : integrations.length;
      const paging = pagingOf(page, total, urls.integrations());
      return ok(integrationsRepresentation(integrations, paging, urls));
    },
    delete() {
      deleteAllIntegrations(database);
      return noContent;
    },
  });

  resource(routing, '/integrations/provider/:provider/consumer/:consumer', {
    delete(call) {
      const consumer = required(database, call, 'consumer');
      const provider = required(database, call, 'provider');
      deleteIntegration(database, consumer, provider);
      return noContent;
    },
  });
}

function required(database: Database, { params }: Call, role: 'consumer' | 'provider'): Pacticipant {
  const name = params[role] ?? '';
  const pacticipant = findPacticipant(database, name);
  if (!pacticipant) throw notFoundByName(role, name);
  return pacticipant;
}
