import type { Database } from '../database/index.ts';

// One hit is enough. Results are looked through in their time: before the branch (or tag) came up from the first one on,
// those on it from the last one backwards. Where another branch (or tag) was before, nobody asks for this one.
const results = 'verifications r INDEXED BY successes_by_content';
const ofContent = 'r.pact_version_id = content.value AND r.success = 1';

// When a branch (its name is ?3) began: with its first version, which may be older than the branch, as to what is explicit (?4).
const branchBegan = `iif(?4,
  (SELECT v.created_at FROM branches b CROSS JOIN branch_versions bv INDEXED BY branch_versions_in_order ON bv.branch_id = b.id
    CROSS JOIN versions v ON v.id = bv.version_id WHERE b.pacticipant_id = ?2 AND b.name = ?3 ORDER BY bv.rowid LIMIT 1),
  (SELECT created_at FROM branches WHERE pacticipant_id = ?2 AND name = ?3))`;

/**
 * Which contents a provider's branch needs not wait for: a version of the branch verified them successfully, or one of
 * another branch did so before this branch began.
 * @param explicitOnly leaves out results of verifications as work in progress; the branch then begins with its first
 *   version
 */
export function verifiedForBranch(
  database: Database,
  pactVersionIds: readonly number[],
  provider: { readonly id: number; readonly branch: string },
  { explicitOnly }: { readonly explicitOnly: boolean },
): ReadonlySet<number> {
  return idsOf(
    database.all(
      `SELECT content.value AS id FROM json_each(?1) content WHERE EXISTS (
         SELECT 1 FROM ${results} CROSS JOIN branch_versions bv ON bv.version_id = r.provider_version_id
         CROSS JOIN branches b ON b.id = bv.branch_id
         WHERE ${ofContent} AND (?4 = 0 OR r.wip = 0) AND b.pacticipant_id = ?2 AND b.name <> ?3
           AND r.created_at < ifnull(${branchBegan}, '9'))
       OR (
         SELECT 1 FROM branches b CROSS JOIN ${results}
         WHERE b.pacticipant_id = ?2 AND b.name = ?3 AND ${ofContent} AND (?4 = 0 OR r.wip = 0)
           AND EXISTS (SELECT 1 FROM branch_versions bv WHERE bv.branch_id = b.id AND bv.version_id = r.provider_version_id)
         ORDER BY r.created_at DESC LIMIT 1) IS NOT NULL`,
      JSON.stringify(pactVersionIds),
      provider.id,
      provider.branch,
      explicitOnly,
    ),
  );
}

/**
 * The same for a tag of provider versions.
 * @param explicitOnly likewise, and counts only tags that the version had when its result came
 */
export function verifiedForTag(
  database: Database,
  pactVersionIds: readonly number[],
  provider: { readonly id: number; readonly tag: string },
  { explicitOnly }: { readonly explicitOnly: boolean },
): ReadonlySet<number> {
  const tagged = `${results} CROSS JOIN tags t ON t.version_id = r.provider_version_id
    WHERE ${ofContent} AND (?4 = 0 OR (r.wip = 0 AND t.created_at <= r.created_at))`;
  return idsOf(
    database.all(
      `SELECT content.value AS id FROM json_each(?1) content
       WHERE EXISTS (SELECT 1 FROM tag_heads WHERE pacticipant_id = ?2 AND name <> ?3) AND EXISTS (
         SELECT 1 FROM ${tagged} AND t.name <> ?3 AND r.created_at < ifnull(
           (SELECT first_at FROM tag_heads WHERE pacticipant_id = ?2 AND name = ?3), '9'))
       OR EXISTS (SELECT 1 FROM tag_heads WHERE pacticipant_id = ?2 AND name = ?3)
         AND (SELECT 1 FROM ${tagged} AND t.name = ?3 ORDER BY r.created_at DESC LIMIT 1) IS NOT NULL`,
      JSON.stringify(pactVersionIds),
      provider.id,
      provider.tag,
      explicitOnly,
    ),
  );
}

/** Which contents anybody ever verified successfully. */
export function verifiedByAnybody(
  database: Database,
  pactVersionIds: readonly number[],
): ReadonlySet<number> {
  return idsOf(
    database.all(
      `SELECT content.value AS id FROM json_each(?1) content WHERE EXISTS (SELECT 1 FROM ${results} WHERE ${ofContent})`,
      JSON.stringify(pactVersionIds),
    ),
  );
}

function idsOf(rows: readonly { readonly id: number }[]): ReadonlySet<number> {
  return new Set(rows.map(({ id }) => id));
}
