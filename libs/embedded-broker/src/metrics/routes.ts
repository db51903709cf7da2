import { ok, resource, type Routing } from '../http/index.ts';
import { mostOfHistory } from '../versions/index.ts';
import { metricsRepresentation } from './representation.ts';

/**
 * How much of everything there is, for monitoring.
 * Source: docs/official-broker/overview.md#metrics.
 */
export function metricsRoutes(routing: Routing): void {
  const { database } = routing;
  resource(routing, '/metrics', {
    get({ reads }) {
      reads(() => ({ counted: mostOfHistory(database) }));
      return ok(metricsRepresentation(database));
    },
  });
}
