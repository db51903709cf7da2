import type { Database } from '../database/index.ts';
import {
  mediaTypes,
  notFoundByName,
  ok,
  pageOf,
  resource,
  type Call,
  type Page,
  type Reply,
  type Routing,
} from '../http/index.ts';
import { findPacticipant } from '../pacticipants/index.ts';
import { dashboardItems } from './items.ts';
import { dashboardRepresentation, dashboardText } from './representation.ts';

/** The official broker shows so many where no page is asked for, and cuts the rest. */
const firstPage: Page = { number: 1, size: 30 };

/**
 * The dashboard, for wallboards: where every pact that matters stands.
 * Source: docs/official-broker/overview.md#dashboard.
 */
export function dashboardRoutes(routing: Routing): void {
  const { database } = routing;
  const produces = [mediaTypes.hal, mediaTypes.plainText];
  const answer = (call: Call, of: Parameters<typeof dashboardItems>[1]): Reply => {
    const items = dashboardItems(database, of, pageOf(call.query) ?? firstPage);
    if (call.accepted === mediaTypes.plainText) return ok(dashboardText(items));
    return ok(dashboardRepresentation(items, call.urls));
  };

  resource(routing, '/dashboard', { produces, get: (call) => answer(call, {}) });
  resource(routing, '/dashboard/provider/:provider/consumer/:consumer', {
    produces,
    get: (call) =>
      answer(call, {
        consumerId: idOf(database, call, 'consumer'),
        providerId: idOf(database, call, 'provider'),
      }),
  });
}

function idOf(database: Database, { params }: Call, role: 'consumer' | 'provider'): number {
  const name = params[role] ?? '';
  const pacticipant = findPacticipant(database, name);
  if (!pacticipant) throw notFoundByName(role, name);
  return pacticipant.id;
}
