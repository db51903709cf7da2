import type { Database } from '../database/index.ts';
import { limitOf, type Page } from '../http/index.ts';

/** The names of a consumer and its provider. */
export interface Integration {
  readonly consumer: string;
  readonly provider: string;
}

// In the order of an index, so that a page ends the search.
const matching = `FROM integrations i INDEXED BY integrations_by_activity
  CROSS JOIN pacticipants c ON c.id = i.consumer_id CROSS JOIN pacticipants p ON p.id = i.provider_id
  WHERE instr(lower(c.name), lower(?1)) > 0 OR instr(lower(p.name), lower(?1)) > 0`;

/** Integrations of which a side's name contains `like`, those with the newest pact or result first. */
export function listIntegrations(database: Database, like: string, page?: Page): Integration[] {
  const { limit, offset } = limitOf(page);
  return database.all(
    `SELECT c.name AS consumer, p.name AS provider ${matching}
     ORDER BY i.contract_data_updated_at DESC, lower(c.name), lower(p.name) LIMIT ?2 OFFSET ?3`,
    like,
    limit,
    offset,
  );
}

export function countIntegrations(database: Database, like: string): number {
  const counted = like === '' ? 'FROM integrations WHERE ?1 IS NOT NULL' : matching;
  return database.get<{ count: number }>(`SELECT count(*) AS count ${counted}`, like)?.count ?? 0;
}

/** Removes the pacts between two pacticipants with all revisions, contents and results. */
export function deleteContracts(database: Database, consumerId: number, providerId: number): void {
  for (const table of ['pact_publications', 'pact_versions', 'integrations'] as const) {
    database.run(`DELETE FROM ${table} WHERE provider_id = ? AND consumer_id = ?`, providerId, consumerId);
  }
}

/**
 * Removes the versions of a pacticipant that have neither a pact nor a result, and are neither deployed nor released;
 * heads of branches move back.
 */
export function deleteOrphanVersions(database: Database, pacticipantId: number): void {
  database.run(
    `DELETE FROM versions WHERE pacticipant_id = ?
       AND NOT EXISTS (SELECT 1 FROM pact_publications pp WHERE pp.consumer_version_id = versions.id)
       AND NOT EXISTS (SELECT 1 FROM verifications r WHERE r.provider_version_id = versions.id)
       AND NOT EXISTS (SELECT 1 FROM deployed_versions d WHERE d.version_id = versions.id AND d.undeployed_at IS NULL)
       AND NOT EXISTS (SELECT 1 FROM released_versions s WHERE s.version_id = versions.id AND s.support_ended_at IS NULL)`,
    pacticipantId,
  );
  database.run(
    `UPDATE branches SET head_version_id = (SELECT max(version_id) FROM branch_versions WHERE branch_id = branches.id)
     WHERE pacticipant_id = ? AND head_version_id IS NULL`,
    pacticipantId,
  );
}

/** Removes a pacticipant that has no version, no contract, and no webhook of its own. */
export function deleteOrphanPacticipant(database: Database, id: number): void {
  database.run(
    `DELETE FROM pacticipants WHERE id = ?1
       AND NOT EXISTS (SELECT 1 FROM versions v WHERE v.pacticipant_id = ?1)
       AND NOT EXISTS (SELECT 1 FROM integrations i WHERE ?1 IN (i.provider_id, i.consumer_id))
       AND NOT EXISTS (SELECT 1 FROM webhooks w WHERE ?1 IN (w.provider_id, w.consumer_id))`,
    id,
  );
}

/** Removes every pacticipant with all that hangs on it, and every webhook; environments stay. */
export function deleteAllIntegrations(database: Database): void {
  database.run('DELETE FROM webhooks');
  database.run('DELETE FROM pacticipants');
}
