import type { Database } from '../database/index.ts';
import type { Relationship } from './relationships.ts';

/** Who has, or had, a contract with whom; the oldest first. */
export function allRelationships(database: Database): Relationship[] {
  return database.all(
    `SELECT c.id AS consumerId, c.name AS consumerName, p.id AS providerId, p.name AS providerName
     FROM integrations i JOIN pacticipants c ON c.id = i.consumer_id JOIN pacticipants p ON p.id = i.provider_id
     ORDER BY i.created_at, i.consumer_id, i.provider_id`,
  );
}
