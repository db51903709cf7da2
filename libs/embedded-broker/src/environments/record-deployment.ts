import type { Database } from '../database/index.ts';
import type { Version } from '../versions/index.ts';
import {
  deployedNow,
  findDeployedVersion,
  insertDeployment,
  markUndeployed,
  type DeployedVersion,
} from './deployed-version-store.ts';
import type { Environment } from './environment-store.ts';

/**
 * Records that a version is now the one in an environment, on that target: the one before it there is
 * undeployed; other targets are left alone. Recording what is already so changes nothing.
 * Source: docs/official-broker/environments.md#deployments.
 */
export function recordDeployment(
  database: Database,
  version: Version,
  environment: Environment,
  target: string | null,
  now: string,
  { autoCreated = false } = {},
): DeployedVersion {
  const current = deployedNow(database, environment.id, version.pacticipantId, target);
  if (current?.versionId === version.id)
    return findDeployedVersion(database, current.uuid) as DeployedVersion;
  if (current) markUndeployed(database, current.uuid, now);
  return insertDeployment(database, version, environment.id, { target, autoCreated }, now);
}
