import type { Database } from '../database/index.ts';
import { limitOf, type Page } from '../http/index.ts';

/** That a version is or was in an environment. */
export interface Stay {
  readonly pacticipant: string;
  readonly environmentId: number;
  readonly versionId: number;
  readonly number: string;
  readonly kind: 'deployed' | 'released';
  /** The application instance; null for the only one. */
  readonly target: string | null;
  readonly since: string;
  /** When its release was last recorded again, as one is whose support had ended; null where it never was. */
  readonly again: string | null;
  /** When it was undeployed, or its support ended; null while it is there. */
  readonly until: string | null;
}

const columns = (kind: Stay['kind'], target: string, until: string) =>
  `SELECT p.name AS pacticipant, s.environment_id AS environmentId, v.id AS versionId, v.number, '${kind}' AS kind, ${target} AS target,
     s.created_at AS since, ${kind === 'released' ? 'nullif(s.updated_at, s.created_at)' : 'NULL'} AS again, ${until} AS until`;

const joined = (table: string) =>
  `FROM ${table} s JOIN versions v ON v.id = s.version_id JOIN pacticipants p ON p.id = s.pacticipant_id`;

const everDeployed = `${columns('deployed', 's.target', 's.undeployed_at')} ${joined('deployed_versions')}`;
const everReleased = `${columns('released', 'NULL', 's.support_ended_at')} ${joined('released_versions')}`;
const deployed = `${everDeployed} WHERE s.environment_id = ?1`;
const released = `${everReleased} WHERE s.environment_id = ?1`;

const byPacticipant = 'ORDER BY pacticipant, versionId DESC';

/** Whether a pacticipant's name contains a text, in any case. */
const named = 'AND instr(lower(p.name), lower(?2)) > 0';

/** What is in an environment now, by pacticipant; with `like`, only of those whose name contains it. */
export function staysNow(database: Database, environmentId: number, like = ''): Stay[] {
  return database.all(
    `${deployed} AND s.undeployed_at IS NULL ${named} UNION ALL ${released} AND s.support_ended_at IS NULL ${named} ${byPacticipant}`,
    environmentId,
    like,
  );
}

/** What is in any environment now, by pacticipant. */
export function staysEverywhere(database: Database): Stay[] {
  return database.all(
    `${everDeployed} WHERE s.undeployed_at IS NULL UNION ALL ${everReleased} WHERE s.support_ended_at IS NULL ${byPacticipant}`,
  );
}

/** What is and was in an environment, the last arrival first; likewise. */
export function stayHistory(database: Database, environmentId: number, like: string, page: Page): Stay[] {
  const { limit, offset } = limitOf(page);
  return database.all(
    `SELECT * FROM (${deployed} ${named} UNION ALL ${released} ${named})
     ORDER BY ifnull(again, since) DESC, versionId DESC LIMIT ?3 OFFSET ?4`,
    environmentId,
    like,
    limit,
    offset,
  );
}

export function countStays(database: Database, environmentId: number, like: string): number {
  const count = (table: string) =>
    `(SELECT count(*) FROM ${table} s JOIN pacticipants p ON p.id = s.pacticipant_id
      WHERE s.environment_id = ?1 ${named})`;
  return (
    database.get<{ count: number }>(
      `SELECT ${count('deployed_versions')} + ${count('released_versions')} AS count`,
      environmentId,
      like,
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
