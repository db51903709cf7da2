import type { Database } from '../database/index.ts';
import type { StaleBranches } from './branch-rules.ts';

export interface OldBranch {
  readonly id: number;
  readonly pacticipant: string;
  readonly name: string;
}

/** Stale branches, the one updated first in front, at most `limit`. Main branches are never stale. */
export function findStaleBranches(database: Database, stale: StaleBranches, limit: number): OldBranch[] {
  return database.all(
    `SELECT b.id, p.name AS pacticipant, b.name FROM branches b JOIN pacticipants p ON p.id = b.pacticipant_id
     WHERE b.name IS NOT p.main_branch AND (?1 IS NULL OR b.updated_at < ?1)
       AND b.name NOT IN (SELECT value FROM json_each(?2))
     ORDER BY b.updated_at, b.id LIMIT ?3`,
    stale.updatedBefore,
    JSON.stringify(stale.exceptNames),
    limit,
  );
}
