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

/** How many bytes these documents have, which is known without reading them. */
const bytesOf = (publications: string) => `SELECT ifnull(sum(octet_length(pv.content)), 0) AS bytes
  FROM (${publications}) found
  CROSS JOIN pact_publications pp ON pp.id = found.id
  CROSS JOIN pact_versions pv ON pv.id = pp.pact_version_id`;

// From the consumers to what they have now: beginning with the provider's pacts, all of its history would be read.
const ofHeads = (branch: string) => `SELECT pp.id FROM integrations i
  CROSS JOIN pacticipants c ON c.id = i.consumer_id
  CROSS JOIN branches b ON b.pacticipant_id = c.id AND b.name = ${branch}
  CROSS JOIN pact_publications pp ON pp.consumer_version_id = b.head_version_id AND pp.provider_id = ?1 AND pp.latest = 1
  WHERE i.provider_id = ?1`;

const liveIn = (table: string, end: string, index: string) => `SELECT l.version_id FROM integrations i
  CROSS JOIN environments e ON e.name = ?2
  CROSS JOIN ${table} l INDEXED BY ${index} ON l.environment_id = e.id AND l.pacticipant_id = i.consumer_id AND l.${end} IS NULL
  WHERE i.provider_id = ?1`;

/** Which pacts of a provider's consumers count. */
export type PactsInUse =
  /** Those of the heads of the main branches. */
  | { readonly of: 'main branches' }
  /** Those of the heads of the branches of a name, or those that are live in an environment. */
  | { readonly of: 'branch' | 'environment'; readonly name: string };

/** For each, the ids of the publications; `?2` is the name. */
const pactsInUse = {
  'main branches': `${ofHeads('c.main_branch')} AND ?2 IS NULL`,
  branch: ofHeads('?2'),
  environment: `SELECT pp.id FROM (
      ${liveIn('deployed_versions', 'undeployed_at', 'currently_deployed')}
      UNION ${liveIn('released_versions', 'support_ended_at', 'currently_supported')}) live
    CROSS JOIN pact_publications pp ON pp.consumer_version_id = live.version_id AND pp.provider_id = ?1 AND pp.latest = 1`,
} satisfies Record<PactsInUse['of'], string>;

const nameOf = (pacts: PactsInUse): string | null => ('name' in pacts ? pacts.name : null);

/** What these pacts say of states. */
export function statesEntries(database: Database, providerId: number, pacts: PactsInUse): StatesEntry[] {
  return database.all(entriesOf(pactsInUse[pacts.of]), providerId, nameOf(pacts));
}

/** How many bytes these pacts have. */
export function bytesInUse(database: Database, providerId: number, pacts: PactsInUse): number {
  const row = database.get<{ bytes: number }>(bytesOf(pactsInUse[pacts.of]), providerId, nameOf(pacts));
  return row?.bytes ?? 0;
}
