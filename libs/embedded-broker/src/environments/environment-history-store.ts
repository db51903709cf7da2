import type { Database } from '../database/index.ts';
import { limitOf, type Page } from '../http/index.ts';

/** That a version is or was in an environment. */
export interface Stay {
  readonly pacticipant: string;
  readonly versionId: number;
  readonly number: string;
  readonly kind: 'deployed' | 'released';
  /** The application instance; null for the only one. */
  readonly target: string | null;
  readonly since: string;
  /** When it was undeployed, or its support ended; null while it is there. */
  readonly until: string | null;
}

const columns = (kind: Stay['kind'], target: string, until: string) =>
  `SELECT p.name AS pacticipant, v.id AS versionId, v.number, '${kind}' AS kind, ${target} AS target,
     s.created_at AS since, ${until} AS until`;

const joined = (table: string) =>
  `FROM ${table} s JOIN versions v ON v.id = s.version_id JOIN pacticipants p ON p.id = s.pacticipant_id
   WHERE s.environment_id = ?1`;

const deployed = `${columns('deployed', 's.target', 's.undeployed_at')} ${joined('deployed_versions')}`;
const released = `${columns('released', 'NULL', 's.support_ended_at')} ${joined('released_versions')}`;

/** What is in an environment now, by pacticipant. */
export function staysNow(database: Database, environmentId: number): Stay[] {
  return database.all(
    `${deployed} AND s.undeployed_at IS NULL UNION ALL ${released} AND s.support_ended_at IS NULL
     ORDER BY pacticipant, versionId DESC`,
    environmentId,
  );
}

/** What is and was in an environment, the last arrival first. */
export function stayHistory(database: Database, environmentId: number, page: Page): Stay[] {
  const { limit, offset } = limitOf(page);
  return database.all(
    `${deployed} UNION ALL ${released} ORDER BY since DESC, versionId DESC LIMIT ?2 OFFSET ?3`,
    environmentId,
    limit,
    offset,
  );
}

export function countStays(database: Database, environmentId: number): number {
  return (
    database.get<{ count: number }>(
      `SELECT (SELECT count(*) FROM deployed_versions WHERE environment_id = ?1)
         + (SELECT count(*) FROM released_versions WHERE environment_id = ?1) AS count`,
      environmentId,
    )?.count ?? 0
  );
}

/** How much is in each environment now, and when something last came, by the environment's id. */
export function environmentActivity(
  database: Database,
): Map<
  number,
  { readonly deployed: number; readonly released: number; readonly lastArrival: string | null }
> {
  const rows = database.all<{
    id: number;
    deployed: number;
    released: number;
    lastArrival: string | null;
  }>(
    `SELECT e.id,
       (SELECT count(*) FROM deployed_versions d WHERE d.environment_id = e.id AND d.undeployed_at IS NULL) AS deployed,
       (SELECT count(*) FROM released_versions r WHERE r.environment_id = e.id AND r.support_ended_at IS NULL) AS released,
       (SELECT created_at FROM deployed_versions d WHERE d.environment_id = e.id ORDER BY d.id DESC LIMIT 1) AS lastArrival
     FROM environments e`,
  );
  return new Map(rows.map(({ id, ...activity }) => [id, activity]));
}
