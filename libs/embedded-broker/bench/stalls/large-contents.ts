import type { Database } from '../../src/database/index.ts';
import { times } from '../growth/base.ts';
import { fill } from '../growth/fill.ts';
import { pactText } from '../growth/pact-text.ts';

/** The first of the providers that the consumers have. */
export const contentsProvider = 'provider-0';

const providers = 10;
/** Interactions of a content of 100 kB; a consumer has a new one with each of its versions. */
const interactionsOfEach = 73;
const versionsOfEach = 10;
/** The newest versions of a consumer are on branches of their own, all others on its main branch. */
const ownBranches = 2;
const branchesOfEach = 1 + ownBranches;
const onMain = versionsOfEach - ownBranches;

/** Ids before those of the consumers, of their versions and so on; and of the providers'. */
const first = 1_000_000;
const firstOfProviders = 2_000_000;

const at = `'${times.grown}'`;
/** SQL of a version's consumer, counted from 0, and of that one's provider. */
const consumerOf = `(i - 1) / ${versionsOfEach}`;
const sidesOf = `${first} + ${consumerOf}, ${firstOfProviders} + ${consumerOf} % ${providers}`;

/**
 * Writes a consumer for each megabyte, with ten contents of 100 kB. Their providers have verified what is on the main
 * branches.
 */
export function writeLargeContents(database: Database, megabytes: number): void {
  writeProviders(database);
  writeConsumers(database, megabytes);
  writeContents(database, megabytes * versionsOfEach);
}

function writeProviders(database: Database): void {
  for (const insert of [
    `pacticipants (id, name, main_branch, created_at, updated_at)
     SELECT ${firstOfProviders} + i - 1, 'provider-' || (i - 1), 'main', ${at}, ${at} FROM n`,
    `versions (id, pacticipant_id, number, created_at, updated_at)
     SELECT ${firstOfProviders} + i - 1, ${firstOfProviders} + i - 1, 'p' || i, ${at}, ${at} FROM n`,
    `branches (id, pacticipant_id, name, head_version_id, created_at, updated_at)
     SELECT ${firstOfProviders} + i - 1, ${firstOfProviders} + i - 1, 'main', ${firstOfProviders} + i - 1, ${at}, ${at} FROM n`,
    `branch_versions (branch_id, version_id, created_at, updated_at)
     SELECT ${firstOfProviders} + i - 1, ${firstOfProviders} + i - 1, ${at}, ${at} FROM n`,
  ])
    fill(database, providers, `INSERT INTO ${insert}`);
}

function writeConsumers(database: Database, consumers: number): void {
  const branchOfConsumer = `((i - 1) % ${branchesOfEach})`;
  const branchOfVersion = `${consumerOf} * ${branchesOfEach} + max(0, (i - 1) % ${versionsOfEach} - ${onMain - 1})`;
  for (const [count, insert] of [
    [
      consumers,
      `pacticipants (id, name, main_branch, created_at, updated_at)
       SELECT ${first} + i - 1, 'consumer-' || (i - 1), 'main', ${at}, ${at} FROM n`,
    ],
    [
      consumers,
      `integrations (consumer_id, provider_id, created_at, contract_data_updated_at)
       SELECT ${first} + i - 1, ${firstOfProviders} + (i - 1) % ${providers}, ${at}, ${at} FROM n`,
    ],
    [
      consumers * versionsOfEach,
      `versions (id, pacticipant_id, number, created_at, updated_at)
       SELECT ${first} + i, ${first} + ${consumerOf}, 'v' || i, ${at}, ${at} FROM n`,
    ],
    [
      consumers * branchesOfEach,
      `branches (id, pacticipant_id, name, head_version_id, created_at, updated_at)
       SELECT ${first} + i - 1, ${first} + (i - 1) / ${branchesOfEach},
         CASE ${branchOfConsumer} WHEN 0 THEN 'main' ELSE 'feature-' || ${branchOfConsumer} END,
         ${first} + (i - 1) / ${branchesOfEach} * ${versionsOfEach} + ${onMain} + ${branchOfConsumer}, ${at}, ${at} FROM n`,
    ],
    [
      consumers * versionsOfEach,
      `branch_versions (branch_id, version_id, created_at, updated_at)
       SELECT ${first} + ${branchOfVersion}, ${first} + i, ${at}, ${at} FROM n`,
    ],
  ] as const)
    fill(database, count, `INSERT INTO ${insert}`);
}

/** For each version a content, its publication, and a result where it is on a main branch. */
function writeContents(database: Database, count: number): void {
  database.execute('CREATE TEMP TABLE template (content TEXT)');
  database.run('INSERT INTO template VALUES (?)', pactText(interactionsOfEach));
  for (const insert of [
    `pact_versions (id, consumer_id, provider_id, sha, content, created_at)
     SELECT ${first} + i, ${sidesOf}, printf('%040d', ${first} + i), (SELECT content FROM template), ${at} FROM n`,
    `pact_publications (id, consumer_id, provider_id, consumer_version_id, pact_version_id, revision, latest, created_at)
     SELECT ${first} + i, ${sidesOf}, ${first} + i, ${first} + i, 1, 1, ${at} FROM n`,
    `verifications (pact_version_id, provider_version_id, success, latest, wip, verified_by, created_at)
     SELECT ${first} + i, ${firstOfProviders} + ${consumerOf} % ${providers}, 1, 1, 0, '{}', ${at} FROM n
     WHERE (i - 1) % ${versionsOfEach} < ${onMain}`,
  ])
    fill(database, count, `INSERT INTO ${insert}`);
}
