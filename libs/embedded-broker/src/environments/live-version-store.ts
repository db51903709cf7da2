import type { Database } from '../database/index.ts';

const ids = '(SELECT value FROM json_each(?1))';

interface LiveVersion {
  readonly id: number;
  readonly number: string;
}

/** The versions of a pacticipant that are in an environment: deployed or supported. Newest first. */
export function liveVersions(database: Database, pacticipantId: number, environment: string): LiveVersion[] {
  return liveVersionsOf(database, [pacticipantId], environment).get(pacticipantId) ?? [];
}

const selectLive = `SELECT v.id, v.number, v.pacticipant_id AS pacticipantId FROM versions v JOIN (
       SELECT version_id FROM deployed_versions INDEXED BY currently_deployed
       WHERE environment_id = (SELECT id FROM environments WHERE name = ?2) AND pacticipant_id IN ${ids} AND undeployed_at IS NULL
       UNION SELECT version_id FROM released_versions INDEXED BY currently_supported
       WHERE environment_id = (SELECT id FROM environments WHERE name = ?2) AND pacticipant_id IN ${ids} AND support_ended_at IS NULL
     ) l ON v.id = l.version_id ORDER BY v.id DESC`;

/** The same for many pacticipants; one that has no version there has no entry. */
export function liveVersionsOf(
  database: Database,
  pacticipantIds: readonly number[],
  environment: string,
): Map<number, LiveVersion[]> {
  const rows = database.all<LiveVersion & { readonly pacticipantId: number }>(
    selectLive,
    JSON.stringify(pacticipantIds),
    environment,
  );
  return Map.groupBy(rows, ({ pacticipantId }) => pacticipantId);
}

const selectEnvironments = `SELECT l.version_id AS versionId, e.uuid FROM (
       SELECT d.version_id, d.environment_id FROM json_each(?1) asked
       CROSS JOIN deployed_versions d INDEXED BY deployed_versions_by_version ON d.version_id = asked.value
       WHERE d.undeployed_at IS NULL
       UNION SELECT r.version_id, r.environment_id FROM json_each(?1) asked
       CROSS JOIN released_versions r ON r.version_id = asked.value
       WHERE r.support_ended_at IS NULL) l
     CROSS JOIN environments e ON e.id = l.environment_id ORDER BY e.id`;

/** UUIDs of the environments that each of the versions is in; a version that is in none has no entry. */
export function environmentUuidsOfVersions(
  database: Database,
  versionIds: readonly number[],
): Map<number, string[]> {
  const rows = database.all<{ versionId: number; uuid: string }>(
    selectEnvironments,
    JSON.stringify(versionIds),
  );
  const byVersion = Map.groupBy(rows, ({ versionId }) => versionId);
  return new Map([...byVersion].map(([versionId, group]) => [versionId, group.map(({ uuid }) => uuid)]));
}
