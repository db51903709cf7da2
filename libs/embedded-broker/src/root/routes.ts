import { mediaTypes, ok, resource, type Routing } from '../http/index.ts';
import { databaseStatus } from './database-status.ts';
import { indexRepresentation } from './representation.ts';

const produces = [mediaTypes.hal, mediaTypes.json];

/**
 * The index, the broker's own health, and an error to try alarms with.
 * Source: docs/official-broker/navigation.md#routes.
 */
export function rootRoutes(routing: Routing): void {
  const { database } = routing;
  resource(routing, '/', { produces, get: ({ urls }) => ok(indexRepresentation(urls)) });

  resource(routing, '/diagnostic/status/heartbeat', {
    produces,
    get: ({ urls }) => ok({ ok: true, _links: { self: { href: urls.to('/diagnostic/status/heartbeat') } } }),
  });

  resource(routing, '/diagnostic/status/dependencies', {
    produces,
    get({ urls }) {
      const status = databaseStatus(database);
      const _links = { self: { href: urls.to('/diagnostic/status/dependencies') } };
      return {
        status: status.ok ? 200 : 500,
        body: { database: status, _links },
        contentType: mediaTypes.hal,
      };
    },
  });

  const fail = () => {
    throw new Error(
      "Don't panic. This is a test API error: somebody asked for /test/error to see how errors are reported.",
    );
  };
  resource(routing, '/test/error', { get: fail, post: { handle: fail } });
}
