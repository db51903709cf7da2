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
  `SELECT p.name AS pacticipant, s.environment_id AS environmentId, s.version_id AS versionId, v.number, '${kind}' AS kind, ${target} AS target,
     s.created_at AS since, ${kind === 'released' ? 'nullif(s.updated_at, s.created_at)' : 'NULL'} AS again, ${until} AS until`;

const joined = (table: string) =>
  `FROM ${table} CROSS JOIN versions v ON v.id = s.version_id CROSS JOIN pacticipants p ON p.id = s.pacticipant_id`;

const ofDeployed = columns('deployed', 's.target', 's.undeployed_at');
const ofReleased = columns('released', 'NULL', 's.support_ended_at');
// By indexes that hold nothing of the past.
const deployedNow = `${ofDeployed} ${joined('deployed_versions s INDEXED BY currently_deployed')} WHERE s.undeployed_at IS NULL`;
const releasedNow = `${ofReleased} ${joined('released_versions s INDEXED BY currently_supported')} WHERE s.support_ended_at IS NULL`;

const byPacticipant = 'ORDER BY pacticipant, versionId DESC';

const inEnvironment = 's.environment_id = ?1';
/** Whether a pacticipant's name contains a text, in any case. */
const named = 'instr(lower(p.name), lower(?2)) > 0';

/** Names are read only where they matter. */
const ofNamed = (like: string) =>
  like === ''
    ? 'AND ?2 IS NOT NULL'
    : `AND s.pacticipant_id IN (SELECT id FROM pacticipants p WHERE ${named})`;

/** What is in an environment now, by pacticipant; with `like`, only of those whose name contains it. */
export function staysNow(database: Database, environmentId: number, like = ''): Stay[] {
  return database.all(
    `${deployedNow} AND ${inEnvironment} AND ${named} UNION ALL ${releasedNow} AND ${inEnvironment} AND ${named} ${byPacticipant}`,
    environmentId,
    like,
  );
}

/** How much is in an environment now; likewise. */
export function countStaysNow(database: Database, environmentId: number, like = ''): number {
  const count = (table: string, index: string, end: string) =>
    `(SELECT count(*) FROM ${table} s INDEXED BY ${index} WHERE ${inEnvironment} AND s.${end} IS NULL ${ofNamed(like)})`;
  return (
    database.get<{ count: number }>(
      `SELECT ${count('deployed_versions', 'currently_deployed', 'undeployed_at')}
         + ${count('released_versions', 'currently_supported', 'support_ended_at')} AS count`,
      environmentId,
      like,
    )?.count ?? 0
  );
}

/** The first of very much that is in an environment now: pacticipants are gone through by name, until there are enough. */
export function firstStaysNow(database: Database, environmentId: number, like: string, most: number): Stay[] {
  const byName = (table: string, index: string, end: string) => `FROM pacticipants p
    CROSS JOIN ${table} s INDEXED BY ${index} ON ${inEnvironment} AND s.pacticipant_id = p.id AND s.${end} IS NULL
    CROSS JOIN versions v ON v.id = s.version_id WHERE ${named}`;
  return database.all(
    `${ofDeployed} ${byName('deployed_versions', 'currently_deployed', 'undeployed_at')}
     UNION ALL ${ofReleased} ${byName('released_versions', 'currently_supported', 'support_ended_at')}
     ${byPacticipant} LIMIT ?3`,
    environmentId,
    like,
    most,
  );
}

/** What is in any environment now, by pacticipant. */
export function staysEverywhere(database: Database): Stay[] {
  return database.all(`${deployedNow} UNION ALL ${releasedNow} ${byPacticipant}`);
}

/**
 * What is and was in an environment, the last arrival first; likewise. Both kinds come in this order by an index, so that
 * nothing is read beyond the page. A release arrived when it was last updated: that is when it was recorded, or recorded again.
 */
export function stayHistory(database: Database, environmentId: number, like: string, page: Page): Stay[] {
  const { limit, offset } = limitOf(page);
  return database
    .all<Stay & { readonly arrival: string }>(
      `${ofDeployed}, s.created_at AS arrival ${joined('deployed_versions s INDEXED BY deployed_versions_by_environment')}
         WHERE ${inEnvironment} AND ${named}
       UNION ALL ${ofReleased}, s.updated_at ${joined('released_versions s INDEXED BY released_versions_by_environment')}
         WHERE ${inEnvironment} AND ${named}
       ORDER BY arrival DESC, versionId DESC LIMIT ?3 OFFSET ?4`,
      environmentId,
      like,
      limit,
      offset,
    )
    .map(({ arrival: _, ...stay }) => stay);
}

export function countStays(database: Database, environmentId: number, like: string): number {
  const count = (table: string) =>
    `(SELECT count(*) FROM ${table} s WHERE ${inEnvironment} ${ofNamed(like)})`;
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
       (SELECT count(*) FROM deployed_versions d INDEXED BY currently_deployed
         WHERE d.environment_id = e.id AND d.undeployed_at IS NULL) AS deployed,
       (SELECT count(*) FROM released_versions r INDEXED BY currently_supported
         WHERE r.environment_id = e.id AND r.support_ended_at IS NULL) AS released,
       (SELECT created_at FROM deployed_versions d WHERE d.environment_id = e.id ORDER BY d.created_at DESC LIMIT 1) AS lastArrival
     FROM environments e`,
  );
  return new Map(rows.map(({ id, ...activity }) => [id, activity]));
}
