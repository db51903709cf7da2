import type { Database } from '../database/index.ts';

/** A consumer, and the text of the pact it has. */
export interface ConsumerContent {
  readonly consumer: string;
  readonly content: string;
}

// From the consumers to what they have now: beginning with the provider's pacts, all of its history would be read.
const ofHeads = (branch: string) => `SELECT c.name AS consumer, pv.content FROM integrations i
  CROSS JOIN pacticipants c ON c.id = i.consumer_id
  CROSS JOIN branches b ON b.pacticipant_id = c.id AND b.name = ${branch}
  CROSS JOIN pact_publications pp ON pp.consumer_version_id = b.head_version_id AND pp.provider_id = ?1 AND pp.latest = 1
  CROSS JOIN pact_versions pv ON pv.id = pp.pact_version_id
  WHERE i.provider_id = ?1 ORDER BY pp.id`;

/** The pacts of the heads of the consumers' main branches with a provider. */
export function pactsOfMainBranches(database: Database, providerId: number): ConsumerContent[] {
  return database.all(ofHeads('c.main_branch'), providerId);
}

/** The same for the branches of a name. */
export function pactsOfBranchHeads(
  database: Database,
  providerId: number,
  branch: string,
): ConsumerContent[] {
  return database.all(ofHeads('?2'), providerId, branch);
}

const liveIn = (table: string, end: string, index: string) => `SELECT l.version_id FROM integrations i
  CROSS JOIN environments e ON e.name = ?2
  CROSS JOIN ${table} l INDEXED BY ${index} ON l.environment_id = e.id AND l.pacticipant_id = i.consumer_id AND l.${end} IS NULL
  WHERE i.provider_id = ?1`;

/** The pacts of the consumer versions that are live in an environment. */
export function pactsInEnvironment(
  database: Database,
  providerId: number,
  environment: string,
): ConsumerContent[] {
  return database.all(
    `SELECT c.name AS consumer, pv.content FROM (
       ${liveIn('deployed_versions', 'undeployed_at', 'currently_deployed')}
       UNION ${liveIn('released_versions', 'support_ended_at', 'currently_supported')}) live
     CROSS JOIN pact_publications pp ON pp.consumer_version_id = live.version_id AND pp.provider_id = ?1 AND pp.latest = 1
     CROSS JOIN pacticipants c ON c.id = pp.consumer_id
     CROSS JOIN pact_versions pv ON pv.id = pp.pact_version_id
     ORDER BY pp.id`,
    providerId,
    environment,
  );
}
