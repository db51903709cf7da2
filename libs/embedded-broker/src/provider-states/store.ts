import type { Database } from '../database/index.ts';

/** What an interaction or message of a consumer's pact says of states, as JSON text: of specification 2, and of later ones. */
export interface StatesEntry {
  readonly consumer: string;
  readonly state: string | null;
  readonly states: string | null;
}

/**
 * The entries of the pacts whose ids a query gives, in their order. The database takes them out of the documents, since a
 * large one takes long to be read as a whole.
 */
const entriesOf = (
  publications: string,
) => `SELECT c.name AS consumer, entry.value -> '$.providerState' AS state, entry.value -> '$.providerStates' AS states
  FROM (${publications}) found
  CROSS JOIN pact_publications pp ON pp.id = found.id
  CROSS JOIN pacticipants c ON c.id = pp.consumer_id
  CROSS JOIN pact_versions pv ON pv.id = pp.pact_version_id
  CROSS JOIN json_each('["messages", "interactions"]') kind
  CROSS JOIN json_each(pv.content, '$.' || kind.value) entry
  WHERE json_type(pv.content, '$.' || kind.value) = 'array' AND entry.type = 'object'
    AND coalesce(state, states) IS NOT NULL
  ORDER BY pp.id, kind.key, entry.key`;

// From the consumers to what they have now: beginning with the provider's pacts, all of its history would be read.
const ofHeads = (branch: string) => `SELECT pp.id FROM integrations i
  CROSS JOIN pacticipants c ON c.id = i.consumer_id
  CROSS JOIN branches b ON b.pacticipant_id = c.id AND b.name = ${branch}
  CROSS JOIN pact_publications pp ON pp.consumer_version_id = b.head_version_id AND pp.provider_id = ?1 AND pp.latest = 1
  WHERE i.provider_id = ?1`;

/** The pacts of the heads of the consumers' main branches with a provider. */
export function pactsOfMainBranches(database: Database, providerId: number): StatesEntry[] {
  return database.all(entriesOf(ofHeads('c.main_branch')), providerId);
}

/** The same for the branches of a name. */
export function pactsOfBranchHeads(database: Database, providerId: number, branch: string): StatesEntry[] {
  return database.all(entriesOf(ofHeads('?2')), providerId, branch);
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
): StatesEntry[] {
  return database.all(
    entriesOf(
      `SELECT pp.id FROM (
         ${liveIn('deployed_versions', 'undeployed_at', 'currently_deployed')}
         UNION ${liveIn('released_versions', 'support_ended_at', 'currently_supported')}) live
       CROSS JOIN pact_publications pp ON pp.consumer_version_id = live.version_id AND pp.provider_id = ?1 AND pp.latest = 1`,
    ),
    providerId,
    environment,
  );
}
