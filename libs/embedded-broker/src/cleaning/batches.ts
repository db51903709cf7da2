import { setTimeout } from 'node:timers/promises';
import type { Database } from '../database/index.ts';

/** How many versions or branches go in one transaction: few enough for a broker beside it to write in between. */
const batchSize = 50;

/** How long others may write after each batch, in milliseconds: longer than a broker waits before it tries again. */
const pauseMs = 25;

export interface Batches {
  /** How many go at most. */
  readonly limit: number;
  /** Told after each batch how many are gone so far. */
  readonly onBatch?: ((gone: number) => void) | undefined;
  /** Ends the work between two batches. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Deletes until nothing is left to delete, or the limit is reached, each batch in a transaction of its own.
 * @param deleteBatch deletes at most so many, and returns how many it did; undefined when nothing is left
 */
export async function deleteInBatches(
  database: Database,
  deleteBatch: (most: number) => number | undefined,
  { limit, onBatch, signal }: Batches,
): Promise<void> {
  let deleted = 0;
  while (deleted < limit && !signal?.aborted) {
    const most = Math.min(batchSize, limit - deleted);
    const gone = await database.write(() => deleteBatch(most));
    if (gone === undefined) break;
    deleted += gone;
    onBatch?.(deleted);
    await letOthersWrite();
  }
}

/** Leaves the database to others for a moment. */
export async function letOthersWrite(): Promise<void> {
  await setTimeout(pauseMs);
}
