import type { Database } from '../database/index.ts';
import type { Version } from '../versions/index.ts';
import type { Environment } from './environment-store.ts';
import {
  findReleasedVersion,
  insertRelease,
  markSupported,
  releasesOfVersion,
  type ReleasedVersion,
} from './released-version-store.ts';

/** Records a release, or that one whose support had ended is supported again. Recording what is so changes nothing. */
export function recordRelease(
  database: Database,
  version: Version,
  environment: Environment,
  now: string,
): { release: ReleasedVersion; isNew: boolean } {
  const [existing] = releasesOfVersion(database, version.id, environment.id);
  if (!existing) return { release: insertRelease(database, version, environment.id, now), isNew: true };
  if (existing.supportEndedAt === null) return { release: existing, isNew: false };
  markSupported(database, existing.uuid, now);
  return { release: findReleasedVersion(database, existing.uuid) as ReleasedVersion, isNew: false };
}
