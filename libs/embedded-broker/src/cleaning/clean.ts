import { setImmediate } from 'node:timers/promises';
import type { KeepSelector } from '../config/index.ts';
import type { Database } from '../database/index.ts';
import { deleteVersion } from '../versions/index.ts';
import { daysBefore } from './age.ts';
import { keptVersions } from './keep-store.ts';
import {
  allVersions,
  counts,
  countOverwritten,
  deleteOrphanContents,
  deleteOverwritten,
  type Counts,
  type OldVersion,
} from './store.ts';

export interface CleanRules {
  readonly keep: readonly KeepSelector[];
  /** How many versions are deleted at most. */
  readonly limit: number;
  /** Revisions and results that were replaced are deleted when older than so many days. */
  readonly overwrittenMaxAge: number;
  /** ISO 8601; ages count from it. */
  readonly now: string;
}

export interface CleanProgress {
  /** Told after each batch: how many versions are gone so far. */
  readonly onProgress?: (deletedVersions: number) => void;
  /** Ends the clean between two batches. */
  readonly signal?: AbortSignal;
}

/** How many versions go in one transaction: few enough for a broker beside it to write in between. */
const batchSize = 50;

/** The versions that no selector keeps, the oldest first. Those that are deployed or released always stay. */
export function versionsToDelete(database: Database, { keep, limit, now }: CleanRules): OldVersion[] {
  const selectors = [...keep, { deployed: true } as const, { released: true } as const];
  const kept = new Set(selectors.flatMap((selector) => keptVersions(database, selector, now)));
  return allVersions(database)
    .filter(({ id }) => !kept.has(id))
    .slice(0, limit);
}

/**
 * Deletes old versions with their pacts, results and tags, then what was replaced, then contents nobody refers to.
 * Each batch chooses anew what to delete, so that a version that is deployed meanwhile stays.
 * @returns how many rows are gone and how many are left
 */
export async function clean(
  database: Database,
  rules: CleanRules,
  { onProgress, signal }: CleanProgress = {},
): Promise<{ readonly deleted: Counts; readonly kept: Counts }> {
  const before = counts(database);
  let deleted = 0;
  while (deleted < rules.limit && !signal?.aborted) {
    const limit = Math.min(batchSize, rules.limit - deleted);
    const gone = await database.write(() => {
      const batch = versionsToDelete(database, { ...rules, limit });
      for (const { id } of batch) deleteVersion(database, id);
      return batch.length;
    });
    if (gone === 0) break;
    deleted += gone;
    onProgress?.(deleted);
    await setImmediate();
  }
  while (
    !signal?.aborted &&
    (await database.write(() => deleteOverwritten(database, cutOff(rules), 500))) > 0
  ) {
    await setImmediate();
  }
  if (!signal?.aborted) await database.write(() => deleteOrphanContents(database));
  const kept = counts(database);
  const difference = Object.fromEntries(
    Object.entries(before).map(([table, count]) => [table, count - kept[table as keyof Counts]]),
  );
  return { deleted: difference as Counts, kept };
}

/** What `clean` would delete. */
export function planClean(database: Database, rules: CleanRules) {
  return {
    versions: versionsToDelete(database, rules),
    overwritten: countOverwritten(database, cutOff(rules)),
  };
}

const cutOff = ({ now, overwrittenMaxAge }: CleanRules): string => daysBefore(now, overwrittenMaxAge);
