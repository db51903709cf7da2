import { randomUUID } from 'node:crypto';
import type { Database } from '../database/index.ts';
import type { Version } from '../versions/index.ts';

/** That a version was released to an environment, where several may be supported at once. */
export interface ReleasedVersion {
  readonly uuid: string;
  readonly pacticipantName: string;
  readonly number: string;
  readonly environmentUuid: string;
  readonly environmentDisplayName: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly supportEndedAt: string | null;
}

const columns = `r.uuid, p.name AS pacticipantName, v.number, e.uuid AS environmentUuid, e.display_name AS environmentDisplayName,
  r.created_at AS createdAt, r.updated_at AS updatedAt, r.support_ended_at AS supportEndedAt`;
const joined = `JOIN versions v ON v.id = r.version_id JOIN pacticipants p ON p.id = r.pacticipant_id
  JOIN environments e ON e.id = r.environment_id`;
const select = `SELECT ${columns} FROM released_versions r ${joined}`;

export function findReleasedVersion(database: Database, uuid: string): ReleasedVersion | undefined {
  return database.get(`${select} WHERE r.uuid = ?`, uuid);
}

export function insertRelease(
  database: Database,
  version: Version,
  environmentId: number,
  now: string,
): ReleasedVersion {
  const uuid = randomUUID();
  database.run(
    `INSERT INTO released_versions (uuid, pacticipant_id, version_id, environment_id, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    uuid,
    version.pacticipantId,
    version.id,
    environmentId,
    now,
    now,
  );
  return findReleasedVersion(database, uuid) as ReleasedVersion;
}

/** Notes that a release whose support had ended was recorded again, and with that is supported. */
export function markSupported(database: Database, uuid: string, now: string): void {
  database.run(
    'UPDATE released_versions SET support_ended_at = NULL, updated_at = ? WHERE uuid = ?',
    now,
    uuid,
  );
}

/** Only support that begins again counts as an update of a release; its end has a time of its own. */
export function markSupportEnded(database: Database, uuid: string, now: string): void {
  database.run('UPDATE released_versions SET support_ended_at = ? WHERE uuid = ?', now, uuid);
}

/** What is released to an environment and still supported. */
export function currentlySupported(
  database: Database,
  environmentId: number,
  filter: { readonly pacticipant?: string | undefined; readonly version?: string | undefined },
): ReleasedVersion[] {
  return database.all(
    `${select} WHERE r.environment_id = ? AND r.support_ended_at IS NULL AND (? IS NULL OR p.name = ?) AND (? IS NULL OR v.number = ?)
     ORDER BY r.id`,
    environmentId,
    filter.pacticipant,
    filter.pacticipant,
    filter.version,
    filter.version,
  );
}

export function releasesOfVersion(
  database: Database,
  versionId: number,
  environmentId: number,
): ReleasedVersion[] {
  return database.all(`${select} WHERE r.version_id = ? AND r.environment_id = ?`, versionId, environmentId);
}

const ofVersions = `SELECT r.version_id AS versionId, ${columns} FROM json_each(?) version
     CROSS JOIN released_versions r ON r.version_id = version.value ${joined} ORDER BY r.id`;

/** Where versions are or were released, oldest first; one that never was has no entry. */
export function allReleasesOfVersions(
  database: Database,
  versionIds: readonly number[],
): ReadonlyMap<number, readonly ReleasedVersion[]> {
  const rows = database.all<{ readonly versionId: number } & ReleasedVersion>(
    ofVersions,
    JSON.stringify(versionIds),
  );
  return Map.groupBy(rows, ({ versionId }) => versionId);
}
