import { deleteBranch } from '../branches/index.ts';
import type { Database } from '../database/index.ts';
import { deleteVersion } from '../versions/index.ts';
import { deleteInBatches, letOthersWrite } from './batches.ts';
import { branchesToDelete, overwrittenBefore, versionsToDelete, type CleanRules } from './choice.ts';
import { counts, deleteOrphanContents, deleteOverwritten, type Counts } from './store.ts';

export interface CleanProgress {
  /** Told after each batch: how many of what are gone so far. */
  readonly onProgress?: (deleted: number, what: 'branches' | 'versions') => void;
  /** Ends the clean between two batches. */
  readonly signal?: AbortSignal;
}

/**
 * Deletes stale branches; then old versions with their pacts, results and tags, also those that only such a branch kept;
 * then what was replaced, then contents nobody refers to.
 * Versions are chosen while others write; each batch looks at its own once more, so that a version that is deployed
 * meanwhile stays, or a branch that is used.
 * @returns how many rows are gone and how many are left
 */
export async function clean(
  database: Database,
  rules: CleanRules,
  { onProgress, signal }: CleanProgress = {},
): Promise<{ readonly deleted: Counts; readonly kept: Counts }> {
  const before = counts(database);
  const deleteBranches = (branchLimit: number) => {
    const batch = branchesToDelete(database, { ...rules, branchLimit });
    for (const { id } of batch) deleteBranch(database, id);
    return batch.length || undefined;
  };
  await deleteInBatches(database, deleteBranches, {
    limit: rules.branchLimit,
    onBatch: (gone) => onProgress?.(gone, 'branches'),
    signal,
  });
  const chosen = database.read(() => versionsToDelete(database, rules)).map(({ id }) => id);
  const deleteVersions = (most: number) => {
    const among = chosen.splice(0, most);
    if (among.length === 0) return undefined;
    const batch = versionsToDelete(database, rules, { among });
    for (const { id } of batch) deleteVersion(database, id);
    return batch.length;
  };
  await deleteInBatches(database, deleteVersions, {
    limit: rules.limit,
    onBatch: (gone) => onProgress?.(gone, 'versions'),
    signal,
  });
  while (
    !signal?.aborted &&
    (await database.write(() => deleteOverwritten(database, overwrittenBefore(rules), 500))) > 0
  ) {
    await letOthersWrite();
  }
  if (!signal?.aborted) await database.write(() => deleteOrphanContents(database));
  const kept = counts(database);
  const difference = Object.fromEntries(
    Object.entries(before).map(([table, count]) => [table, count - kept[table as keyof Counts]]),
  );
  return { deleted: difference as Counts, kept };
}
