import { mediaTypes, ok, resource, type Routing } from '../http/index.ts';
import { indexRepresentation } from './representation.ts';

/** The index and the heartbeat (api.md A1, A2). */
export function rootRoutes(routing: Routing): void {
  resource(routing, '/', {
    produces: [mediaTypes.hal, mediaTypes.json],
    get: ({ urls }) => ok(indexRepresentation(urls)),
  });
  resource(routing, '/diagnostic/status/heartbeat', {
    produces: [mediaTypes.hal, mediaTypes.json],
    get: ({ urls }) => ok({ ok: true, _links: { self: { href: urls.to('/diagnostic/status/heartbeat') } } }),
  });
}
