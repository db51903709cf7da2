import type { Database } from '../../src/database/index.ts';
import { ids, times } from './base.ts';

const { grown } = times;

/** Runs an `INSERT … SELECT … FROM n`, where `n.i` counts from 1 to `count`. */
export function fill(database: Database, count: number, insert: string): void {
  database.run(
    `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count}) ${insert}`,
  );
}

/** Pacticipants called `x1`, `x2` …, ids from `first` + 1 on, each with its main branch of the same id. */
export function pacticipants(database: Database, count: number, first = 1000): void {
  fill(
    database,
    count,
    `INSERT INTO pacticipants (id, name, main_branch, repository_url, created_at, updated_at)
     SELECT ${first} + i, 'x' || (${first} + i), 'main', 'https://git.example', '${grown}', '${grown}' FROM n`,
  );
  fill(
    database,
    count,
    `INSERT INTO branches (id, pacticipant_id, name, created_at, updated_at)
     SELECT ${first} + i, ${first} + i, 'main', '${grown}', '${grown}' FROM n`,
  );
}

/**
 * Versions `v1`, `v2` …, ids from 1,001 on.
 * @param pacticipant SQL of the pacticipant's id
 * @param branch SQL of the id of the branch that each is on
 */
export function versions(
  database: Database,
  count: number,
  pacticipant: number | string,
  branch: number | string,
): void {
  fill(
    database,
    count,
    `INSERT INTO versions (id, pacticipant_id, number, created_at, updated_at)
     SELECT 1000 + i, ${pacticipant}, 'v' || i, '${grown}', '${grown}' FROM n`,
  );
  fill(
    database,
    count,
    `INSERT INTO branch_versions (branch_id, version_id, created_at, updated_at)
     SELECT ${branch}, 1000 + i, '${grown}', '${grown}' FROM n`,
  );
  fill(
    database,
    count,
    `UPDATE branches SET head_version_id = 1000 + i FROM n WHERE branches.id = ${branch}`,
  );
}

interface Sides {
  readonly consumer: number | string;
  readonly provider: number | string;
}

const toProvider: Sides = { consumer: ids.consumer, provider: ids.provider };

/** Contents with ids from 1,001 on, each with another sha. */
export function contents(database: Database, count: number, { consumer, provider } = toProvider): void {
  fill(
    database,
    count,
    `INSERT INTO pact_versions (id, consumer_id, provider_id, sha, content, created_at)
     SELECT 1000 + i, ${consumer}, ${provider}, printf('%040d', 1000 + i), (SELECT content FROM pact_versions WHERE id = 1), '${grown}' FROM n`,
  );
}

/**
 * Pacts of the versions with ids from 1,001 on.
 * @param content SQL of the content's id
 */
export function publications(
  database: Database,
  count: number,
  content: number | string,
  { consumer, provider } = toProvider,
): void {
  fill(
    database,
    count,
    `INSERT INTO pact_publications (id, consumer_id, provider_id, consumer_version_id, pact_version_id, revision, latest, created_at)
     SELECT 1000 + i, ${consumer}, ${provider}, 1000 + i, ${content}, 1, 1, '${grown}' FROM n`,
  );
}

/** Results: SQL of the content's and the provider version's id. */
export function results(
  database: Database,
  count: number,
  content: number | string,
  providerVersion: number | string,
  { latest = 1 } = {},
): void {
  fill(
    database,
    count,
    `INSERT INTO verifications (pact_version_id, provider_version_id, success, latest, wip, verified_by, created_at)
     SELECT ${content}, ${providerVersion}, 1, ${latest}, 0, '{}', '${grown}' FROM n`,
  );
}

/** Deployments to production. */
export function deployments(
  database: Database,
  count: number,
  of: {
    readonly pacticipant: number | string;
    readonly version: number | string;
    readonly target?: string;
    readonly ended?: boolean;
  },
): void {
  fill(
    database,
    count,
    `INSERT INTO deployed_versions (uuid, pacticipant_id, version_id, environment_id, target, created_at, updated_at, undeployed_at)
     SELECT 'grown ' || i, ${of.pacticipant}, ${of.version}, ${ids.production}, ${of.target ?? 'NULL'}, '${grown}', '${grown}',
       ${of.ended ? `'${grown}'` : 'NULL'} FROM n`,
  );
}
