import type { Database } from '../database/index.ts';

/** A consumer, and the text of the pact it has. */
export interface ConsumerContent {
  readonly consumer: string;
  readonly content: string;
}

const select = `SELECT c.name AS consumer, pv.content FROM pact_publications pp
  JOIN pacticipants c ON c.id = pp.consumer_id JOIN pact_versions pv ON pv.id = pp.pact_version_id`;
const atHead =
  'JOIN branches b ON b.pacticipant_id = pp.consumer_id AND b.head_version_id = pp.consumer_version_id';

/** The pacts of the heads of the consumers' main branches with a provider. */
export function pactsOfMainBranches(database: Database, providerId: number): ConsumerContent[] {
  return database.all(
    `${select} ${atHead} WHERE pp.provider_id = ? AND pp.latest = 1 AND b.name = c.main_branch ORDER BY pp.id`,
    providerId,
  );
}

/** The same for the branches of a name. */
export function pactsOfBranchHeads(
  database: Database,
  providerId: number,
  branch: string,
): ConsumerContent[] {
  return database.all(
    `${select} ${atHead} WHERE pp.provider_id = ? AND pp.latest = 1 AND b.name = ? ORDER BY pp.id`,
    providerId,
    branch,
  );
}

/** The pacts of the consumer versions that are live in an environment. */
export function pactsInEnvironment(
  database: Database,
  providerId: number,
  environment: string,
): ConsumerContent[] {
  return database.all(
    `${select} WHERE pp.provider_id = ?1 AND pp.latest = 1 AND pp.consumer_version_id IN (
       SELECT d.version_id FROM deployed_versions d JOIN environments e ON e.id = d.environment_id
         WHERE e.name = ?2 AND d.undeployed_at IS NULL
       UNION SELECT r.version_id FROM released_versions r JOIN environments e ON e.id = r.environment_id
         WHERE e.name = ?2 AND r.support_ended_at IS NULL)
     ORDER BY pp.id`,
    providerId,
    environment,
  );
}
