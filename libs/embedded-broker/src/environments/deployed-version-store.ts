import { randomUUID } from 'node:crypto';
import type { Database } from '../database/index.ts';
import type { Version } from '../versions/index.ts';

/** That a version was put into an environment, on one application instance (`target`; null is the only one). */
export interface DeployedVersion {
  readonly id: number;
  readonly uuid: string;
  readonly pacticipantName: string;
  readonly number: string;
  readonly environmentUuid: string;
  readonly environmentDisplayName: string;
  readonly target: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly undeployedAt: string | null;
}

const columns = `d.id, d.uuid, p.name AS pacticipantName, v.number, e.uuid AS environmentUuid, e.display_name AS environmentDisplayName,
  d.target, d.created_at AS createdAt, d.updated_at AS updatedAt, d.undeployed_at AS undeployedAt`;
const joined = `JOIN versions v ON v.id = d.version_id JOIN pacticipants p ON p.id = d.pacticipant_id
  JOIN environments e ON e.id = d.environment_id`;
const select = `SELECT ${columns} FROM deployed_versions d ${joined}`;
/** Of what is there now, by an index that holds nothing of the past. */
const selectNow = (index: string) =>
  `SELECT ${columns} FROM deployed_versions d INDEXED BY ${index} CROSS ${joined}`;

export function findDeployedVersion(database: Database, uuid: string): DeployedVersion | undefined {
  return database.get(`${select} WHERE d.uuid = ?`, uuid);
}

/** What is deployed in an environment on a target now, of a pacticipant. */
export function deployedNow(
  database: Database,
  environmentId: number,
  pacticipantId: number,
  target: string | null,
): { readonly uuid: string; readonly versionId: number } | undefined {
  return database.get(
    `SELECT uuid, version_id AS versionId FROM deployed_versions
     WHERE environment_id = ? AND pacticipant_id = ? AND target IS ? AND undeployed_at IS NULL`,
    environmentId,
    pacticipantId,
    target,
  );
}

export function insertDeployment(
  database: Database,
  version: Version,
  environmentId: number,
  { target, autoCreated }: { readonly target: string | null; readonly autoCreated: boolean },
  now: string,
): DeployedVersion {
  const uuid = randomUUID();
  database.run(
    `INSERT INTO deployed_versions (uuid, pacticipant_id, version_id, environment_id, target, auto_created, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    uuid,
    version.pacticipantId,
    version.id,
    environmentId,
    target,
    autoCreated,
    now,
    now,
  );
  return findDeployedVersion(database, uuid) as DeployedVersion;
}

export function markUndeployed(database: Database, uuid: string, now: string): void {
  database.run(
    'UPDATE deployed_versions SET undeployed_at = ?, updated_at = ? WHERE uuid = ? AND undeployed_at IS NULL',
    now,
    now,
    uuid,
  );
}

/** What is deployed in an environment now, newest first. A target of null asks for that of no named instance. */
export function currentlyDeployed(
  database: Database,
  environmentId: number,
  filter: { readonly pacticipant?: string | undefined; readonly target?: string | null | undefined },
): DeployedVersion[] {
  const ofOne =
    filter.pacticipant === undefined
      ? 'AND ?2 IS NULL'
      : 'AND d.pacticipant_id = (SELECT id FROM pacticipants WHERE name = ?2)';
  return database.all(
    `${selectNow('currently_deployed')} WHERE d.environment_id = ?1 AND d.undeployed_at IS NULL ${ofOne} AND (?3 = 0 OR d.target IS ?4)
     ORDER BY d.id DESC`,
    environmentId,
    filter.pacticipant,
    filter.target !== undefined,
    filter.target,
  );
}

/** All records of a version in an environment, newest first. */
export function deploymentsOfVersion(
  database: Database,
  versionId: number,
  environmentId: number,
): DeployedVersion[] {
  return database.all(
    `${select} WHERE d.version_id = ? AND d.environment_id = ? ORDER BY d.id DESC`,
    versionId,
    environmentId,
  );
}

const ofVersions = `SELECT d.version_id AS versionId, ${columns} FROM json_each(?) version
     CROSS JOIN deployed_versions d ON d.version_id = version.value ${joined} ORDER BY d.id`;

/** Where versions are or were deployed, oldest first; one that never was has no entry. */
export function allDeploymentsOfVersions(
  database: Database,
  versionIds: readonly number[],
): ReadonlyMap<number, readonly DeployedVersion[]> {
  const rows = database.all<{ readonly versionId: number } & DeployedVersion>(
    ofVersions,
    JSON.stringify(versionIds),
  );
  return Map.groupBy(rows, ({ versionId }) => versionId);
}

/** Where the versions of a pacticipant are deployed now. */
export function deploymentsOfPacticipant(database: Database, pacticipantId: number): DeployedVersion[] {
  return database.all(
    `${selectNow('deployed_now')} WHERE d.pacticipant_id = ? AND d.undeployed_at IS NULL ORDER BY d.id`,
    pacticipantId,
  );
}
