import { ExpectedError } from '../expected-error.ts';
import type { Database } from './database.ts';
import { initialSchema } from './migrations/0001-initial-schema.ts';
import { tagHeads } from './migrations/0002-tag-heads.ts';
import { integrationActivity } from './migrations/0003-integration-activity.ts';
import { labels } from './migrations/0004-labels.ts';
import { webhooks } from './migrations/0005-webhooks.ts';
import { environmentHistory } from './migrations/0006-environment-history.ts';
import { branchActivity } from './migrations/0007-branch-activity.ts';
import { shortLookUps } from './migrations/0008-short-look-ups.ts';
import { testResultsLast } from './migrations/0009-test-results-last.ts';

/** Schema changes in order. Released ones are never edited; the position, from 1, is the schema's version. */
export const migrations: readonly string[] = [
  initialSchema,
  tagHeads,
  integrationActivity,
  labels,
  webhooks,
  environmentHistory,
  branchActivity,
  shortLookUps,
  testResultsLast,
];

/**
 * Applies the migrations a database lacks, each in a transaction of its own.
 * @throws ExpectedError when the database was written by a newer version than this one
 */
export function migrate(database: Database): void {
  database.execute(
    'CREATE TABLE IF NOT EXISTS schema_migrations (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT',
  );
  const version = () =>
    database.get<{ version: number | null }>('SELECT max(version) AS version FROM schema_migrations')
      ?.version ?? 0;
  if (version() > migrations.length) {
    throw new ExpectedError(
      `its schema has version ${version()}, this program knows ${migrations.length}: ` +
        'use the newer embedded-broker that wrote it, or another file',
    );
  }
  // Nothing is written then, so that it is opened also while another process writes.
  if (version() === migrations.length) return;
  for (const [index, migration] of migrations.entries()) {
    database.transaction(() => {
      if (version() > index) return;
      database.execute(migration);
      database.run(
        'INSERT INTO schema_migrations (version, applied_at) VALUES (?, ?)',
        index + 1,
        new Date().toISOString(),
      );
    });
  }
}
