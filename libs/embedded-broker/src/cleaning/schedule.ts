import { Cron } from 'croner';
import type { Values } from '../config/index.ts';
import { openDatabase } from '../database/index.ts';
import type { Logger } from '../logger.ts';
import { onThread } from '../threads/index.ts';
import type { CleanRules } from './choice.ts';
import { clean } from './clean.ts';
import { planClean } from './plan.ts';
import { planForPrograms } from './summary.ts';

/** The rules of the settings. */
export function rulesOf(values: Values, now: Date): CleanRules {
  return {
    keepBranches: values.databaseCleanKeepBranchSelectors,
    branchLimit: values.databaseCleanBranchDeletionLimit ?? values.databaseCleanDeletionLimit,
    keep: values.databaseCleanKeepVersionSelectors,
    limit: values.databaseCleanDeletionLimit,
    overwrittenMaxAge: values.databaseCleanOverwrittenDataMaxAge,
    now: now.toISOString(),
  };
}

/** What a scheduled clean is to do. */
export interface CleanJob {
  /** Path of the database's file. */
  readonly db: string;
  readonly rules: CleanRules;
  readonly isDryRun: boolean;
}

/** A record for the log, and what it is about. */
export type CleanRecord = readonly [record: object, message: string];

/** Does a scheduled clean, over a connection of its own. */
export async function scheduledClean({ db, rules, isDryRun }: CleanJob): Promise<CleanRecord> {
  const database = openDatabase(db);
  try {
    return isDryRun
      ? [planForPrograms(planClean(database, rules)), 'clean would delete']
      : [await clean(database, rules), 'cleaned'];
  } finally {
    database.close();
  }
}

/**
 * Cleans a broker's database when the settings say so; never twice at a time. A thread does it: choosing among all
 * versions takes long.
 * @returns undefined when the schedule is not enabled, or the database in memory, which no second connection reaches
 */
export function scheduleClean(db: string, values: Values, logger: Logger): Cron | undefined {
  if (!values.databaseCleanEnabled || db === ':memory:') return undefined;
  const run = async () => {
    const job: CleanJob = { db, rules: rulesOf(values, new Date()), isDryRun: values.databaseCleanDryRun };
    const [record, message] = await onThread<CleanRecord>({ task: 'clean', input: job });
    logger.info(record, message);
  };
  const failed = (error: unknown) => logger.error({ err: error }, 'clean failed');
  return new Cron(values.databaseCleanCronSchedule, { protect: true, unref: true, catch: failed }, run);
}
