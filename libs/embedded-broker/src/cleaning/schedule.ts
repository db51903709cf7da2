import { Cron } from 'croner';
import type { Values } from '../config/index.ts';
import { openDatabase } from '../database/index.ts';
import type { Logger } from '../logger.ts';
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

/**
 * Cleans a broker's database when the settings say so, over a connection of its own; never twice at a time.
 * @returns undefined when the schedule is not enabled, or the database in memory, which no second connection reaches
 */
export function scheduleClean(db: string, values: Values, logger: Logger): Cron | undefined {
  if (!values.databaseCleanEnabled || db === ':memory:') return undefined;
  const run = async () => {
    const database = openDatabase(db);
    try {
      database.neverBlock();
      const rules = rulesOf(values, new Date());
      if (values.databaseCleanDryRun) {
        logger.info(planForPrograms(planClean(database, rules)), 'clean would delete');
      } else {
        logger.info(await clean(database, rules), 'cleaned');
      }
    } finally {
      database.close();
    }
  };
  const failed = (error: unknown) => logger.error({ err: error }, 'clean failed');
  return new Cron(values.databaseCleanCronSchedule, { protect: true, unref: true, catch: failed }, run);
}
