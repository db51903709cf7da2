import { ok, resource, type Routing } from '../http/index.ts';
import { metricsRepresentation } from './representation.ts';

/**
 * How much of everything there is, for monitoring.
 * Source: docs/official-broker/overview.md#metrics.
 */
export function metricsRoutes(routing: Routing): void {
  resource(routing, '/metrics', { get: () => ok(metricsRepresentation(routing.database)) });
}
