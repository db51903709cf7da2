import type { Database } from '../database/index.ts';
import type { Found } from './store.ts';

/** A candidate for work in progress: a pact published after a time, of a branch's head or of the latest version with a tag. */
export interface WipCandidate extends Found {
  readonly pactVersionId: number;
  readonly branches: readonly string[];
  readonly tags: readonly string[];
}

// The latest pacts of heads, `pp`, with the branch or the tag that each is the head of.
const candidates = `WITH heads (version_id, branch, tag) AS (
    SELECT b.head_version_id, b.name, NULL FROM integrations i JOIN branches b ON b.pacticipant_id = i.consumer_id
    WHERE i.provider_id = ?1
    UNION ALL
    SELECT h.version_id, NULL, h.name FROM integrations i JOIN tag_heads h ON h.pacticipant_id = i.consumer_id
    WHERE i.provider_id = ?1)`;
const fromHeads = `FROM heads h
  CROSS JOIN pact_publications pp ON pp.consumer_version_id = h.version_id AND pp.provider_id = ?1 AND pp.latest = 1
  WHERE pp.created_at > ?2`;

/** The contents of which there are candidates. */
export function wipContents(database: Database, providerId: number, since: string): number[] {
  return database
    .all<{ readonly id: number }>(
      `${candidates} SELECT DISTINCT pp.pact_version_id AS id ${fromHeads}`,
      providerId,
      since,
    )
    .map(({ id }) => id);
}

/** The candidates with these contents, by the order of their versions. */
export function wipCandidates(
  database: Database,
  providerId: number,
  since: string,
  pactVersionIds: readonly number[],
): WipCandidate[] {
  return database
    .all<Found & { pactVersionId: number; branches: string; tags: string }>(
      `${candidates} SELECT pp.id AS publicationId, pp.pact_version_id AS pactVersionId,
         json_group_array(h.branch) FILTER (WHERE h.branch IS NOT NULL) AS branches,
         json_group_array(h.tag) FILTER (WHERE h.tag IS NOT NULL) AS tags
       ${fromHeads} AND pp.pact_version_id IN (SELECT value FROM json_each(?3))
       GROUP BY pp.id ORDER BY pp.consumer_version_id`,
      providerId,
      since,
      JSON.stringify(pactVersionIds),
    )
    .map((row) => ({
      ...row,
      branches: JSON.parse(row.branches) as string[],
      tags: JSON.parse(row.tags) as string[],
    }));
}
