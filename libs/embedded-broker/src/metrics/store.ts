import type { Database } from '../database/index.ts';
import { latestOfIntegration } from '../pacts/index.ts';

/** Counts by the name that `metricsRepresentation` shows them under. */
export type Counts = Readonly<Record<string, number>>;

const latestContents = `SELECT pact_version_id FROM pact_publications
  WHERE id IN (SELECT (${latestOfIntegration()}) FROM integrations i)`;

/** What there is of everything, in one statement. */
export function counts(database: Database): Counts {
  return database.get<Counts>(
    `SELECT
      (SELECT count(*) FROM pacticipants) AS pacticipants,
      (SELECT count(*) FROM pacticipants WHERE main_branch IS NOT NULL) AS withMainBranch,
      (SELECT count(*) FROM integrations i WHERE EXISTS (
        SELECT 1 FROM pact_publications pp WHERE pp.provider_id = i.provider_id AND pp.consumer_id = i.consumer_id AND pp.latest = 1)) AS integrations,
      (SELECT count(*) FROM pact_publications) AS publications,
      (SELECT count(*) FROM pact_versions) AS contents,
      (SELECT count(*) FROM verifications) AS results,
      (SELECT count(*) FROM verifications WHERE success = 1) AS successes,
      (SELECT count(*) FROM (SELECT DISTINCT provider_version_id, pact_version_id, success FROM verifications)) AS distinctResults,
      (SELECT count(*) FROM versions) AS versions,
      (SELECT count(DISTINCT version_id) FROM branch_versions) AS withBranch,
      (SELECT count(DISTINCT version_id) FROM branch_versions WHERE auto_created = 0) AS withUserCreatedBranch,
      (SELECT count(*) FROM tags) AS tags,
      (SELECT count(DISTINCT name) FROM tag_heads) AS distinctTags,
      (SELECT count(*) FROM tag_heads) AS distinctPacticipantTags,
      (SELECT count(*) FROM webhooks) AS webhooks,
      (SELECT count(*) FROM triggered_webhooks) AS triggeredWebhooks,
      (SELECT count(*) FROM webhook_executions) AS webhookExecutions,
      (SELECT count(*) FROM environments) AS environments,
      (SELECT count(*) FROM deployed_versions) AS deployments,
      (SELECT count(*) FROM deployed_versions WHERE auto_created = 0) AS userCreatedDeployments,
      (SELECT count(*) FROM deployed_versions INDEXED BY deployed_now WHERE undeployed_at IS NULL) AS currentDeployments,
      (SELECT count(*) FROM released_versions) AS releases,
      (SELECT count(*) FROM released_versions INDEXED BY supported_now WHERE support_ended_at IS NULL) AS currentReleases`,
  ) as Counts;
}

/** How many interactions and messages the latest pacts hold. */
export function contentCounts(database: Database): {
  readonly interactions: number;
  readonly messages: number;
} {
  return database.get(
    `SELECT ifnull(sum(json_array_length(content, '$.interactions')), 0) AS interactions,
       ifnull(sum(json_array_length(content, '$.messages')), 0) AS messages
     FROM pact_versions WHERE id IN (${latestContents})`,
  ) as { interactions: number; messages: number };
}

/** When the first and the last of a kind were stored; null without any. */
export function firstAndLast(
  database: Database,
  table: 'pact_publications' | 'verifications',
): { readonly first: string | null; readonly last: string | null } {
  return database.get(
    `SELECT (SELECT created_at FROM ${table} ORDER BY rowid LIMIT 1) AS first,
       (SELECT created_at FROM ${table} ORDER BY rowid DESC LIMIT 1) AS last`,
  ) as { first: string | null; last: string | null };
}

/** How many pacts of consumer versions have one revision, two, and so on. Few are ever replaced: only those are grouped. */
export function revisionDistribution(database: Database): Counts {
  const replaced = database.all<{ readonly size: number; readonly count: number }>(
    `SELECT size, count(*) AS count FROM (SELECT count(*) + 1 AS size FROM pact_publications INDEXED BY replaced_publications
       WHERE latest = 0 GROUP BY consumer_version_id, provider_id) GROUP BY size`,
  );
  const { pacts } = database.get<{ pacts: number }>(
    'SELECT count(*) AS pacts FROM pact_publications INDEXED BY latest_publications WHERE latest = 1',
  ) as { pacts: number };
  const once = pacts - replaced.reduce((sum, { count }) => sum + count, 0);
  return distribution([...(once > 0 ? [{ size: 1, count: once }] : []), ...replaced]);
}

/** How many contents have one result, two, and so on. */
export function resultDistribution(database: Database): Counts {
  return distribution(
    database.all(
      `SELECT size, count(*) AS count FROM (SELECT count(*) AS size FROM verifications GROUP BY pact_version_id) GROUP BY size`,
    ),
  );
}

function distribution(rows: readonly { readonly size: number; readonly count: number }[]): Counts {
  return Object.fromEntries(rows.map(({ size, count }) => [size, count]));
}
