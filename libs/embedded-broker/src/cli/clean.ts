import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { configure } from '../config/index.ts';
import { openDatabase } from '../database/index.ts';
import { ExpectedError } from '../expected-error.ts';
import { configOption, databaseOption, type ConfigurationOptions } from './configuration.ts';
import { fail } from './fail.ts';

interface CleanOptions extends ConfigurationOptions {
  readonly keep?: string;
  readonly limit?: string;
  readonly keepBranches?: string;
  readonly branchLimit?: string;
  readonly overwrittenMaxAge?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `embedded-broker clean`: deletes what is old. A broker may run over the same file. */
export function addCleanCommand(program: Command): void {
  program
    .command('clean')
    .description(
      'delete stale branches, and old versions with their pacts and results; main branches, and what is deployed or released, always stay',
    )
    .addOption(databaseOption())
    .addOption(configOption())
    .option('--keep <json>', 'which versions stay, e.g. \'[{"branch":true,"latest":true},{"max_age":90}]\'')
    .option(
      '--limit <count>',
      'how many versions to delete at most, the oldest first (500 unless set otherwise)',
    )
    .option(
      '--keep-branches <json>',
      'which branches stay, e.g. \'[{"max_age":90},{"branch":["develop"]}]\'; \'[]\' for all',
    )
    .option(
      '--branch-limit <count>',
      'how many branches to delete at most, the longest unused first (as many as versions unless set otherwise)',
    )
    .option(
      '--overwritten-max-age <days>',
      'delete replaced revisions and results that are older (7 unless set otherwise)',
    )
    .option('--dry-run', 'only say what would be deleted')
    .option('--json', 'the summary as JSON')
    .action(async (options: CleanOptions) => {
      const stop = new AbortController();
      const interrupt = () => stop.abort();
      process.once('SIGINT', interrupt);
      process.once('SIGTERM', interrupt);
      try {
        console.log(await cleanOrPlan(options, stop.signal));
        if (stop.signal.aborted) throw new ExpectedError('stopped before the end; run it again for the rest');
      } catch (error) {
        fail(error);
      } finally {
        process.off('SIGINT', interrupt);
        process.off('SIGTERM', interrupt);
      }
    });
}

async function cleanOrPlan(options: CleanOptions, signal: AbortSignal): Promise<string> {
  const { db, resolved } = configure({
    file: options.config,
    env: process.env,
    options: {
      databaseUrl: options.db,
      databaseCleanKeepVersionSelectors: options.keep,
      databaseCleanDeletionLimit: options.limit,
      databaseCleanKeepBranchSelectors: options.keepBranches,
      databaseCleanBranchDeletionLimit: options.branchLimit,
      databaseCleanOverwrittenDataMaxAge: options.overwrittenMaxAge,
      databaseCleanDryRun: options.dryRun ? 'true' : undefined,
    },
  });
  if (!existsSync(db)) throw new ExpectedError(`there is no database ${db}; name it with --db`);
  const { clean, cleanSummary, planClean, planForPrograms, planSummary, rulesOf } =
    await import('../cleaning/index.ts');
  const database = openDatabase(db);
  try {
    const rules = rulesOf(resolved.values, new Date());
    if (resolved.values.databaseCleanDryRun) {
      const plan = planClean(database, rules);
      return options.json ? JSON.stringify(planForPrograms(plan), null, 2) : planSummary(plan);
    }
    const onProgress = (count: number, what: string) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${count} ${what} deleted`);
    };
    const { deleted, kept } = await clean(database, rules, { onProgress, signal });
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    return options.json ? JSON.stringify({ deleted, kept }, null, 2) : cleanSummary(deleted, kept);
  } finally {
    database.close();
  }
}
