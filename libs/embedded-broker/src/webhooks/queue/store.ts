import type { Database } from '../../database/index.ts';
import type { Status } from '../log/triggered-webhook.ts';

/**
 * The queue is the triggered webhooks with a time in `due_at`. A worker claims one by setting that time to the end of a
 * lease, which is longer than an attempt can take. Until then no other process on the same file claims it. When the
 * process is killed meanwhile, another one claims it after the lease. So each triggered webhook is sent at least once.
 */

/** A triggered webhook that a worker has claimed. */
export interface Claimed {
  readonly id: number;
  readonly uuid: string;
}

/**
 * Claims triggered webhooks that are due, those that have waited longest first.
 * @param held ids of those whose attempts run in this process: none of them is claimed, even after its lease
 * @param leaseEnd when others may claim them
 */
export function claimDue(
  database: Database,
  held: readonly number[],
  { now, leaseEnd, limit }: { readonly now: string; readonly leaseEnd: string; readonly limit: number },
): Claimed[] {
  const due = database.all<Claimed>(
    `SELECT id, uuid FROM triggered_webhooks
     WHERE due_at <= ? AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY due_at, id LIMIT ?`,
    now,
    JSON.stringify(held),
    limit,
  );
  for (const { id } of due) reschedule(database, id, leaseEnd);
  return due;
}

/**
 * When the next triggered webhook is due; undefined when the queue is empty.
 * @param held ids of those whose attempts run in this process, which do not count
 */
export function nextDueAt(database: Database, held: readonly number[]): string | undefined {
  return (
    database.get<{ at: string | null }>(
      `SELECT min(due_at) AS at FROM triggered_webhooks
       WHERE due_at IS NOT NULL AND id NOT IN (SELECT value FROM json_each(?))`,
      JSON.stringify(held),
    )?.at ?? undefined
  );
}

/** Sets when the next attempt is due. */
export function reschedule(database: Database, id: number, dueAt: string): void {
  database.run('UPDATE triggered_webhooks SET due_at = ? WHERE id = ?', dueAt, id);
}

/** Records an attempt and what follows it; does nothing when the publication has been deleted meanwhile. */
export function recordAttempt(
  database: Database,
  id: number,
  attempt: {
    readonly success: boolean;
    readonly logs: string;
    readonly status: Status;
    /** When the next attempt is due; undefined when this was the last one. */
    readonly dueAt: string | undefined;
  },
  now: string,
): void {
  const changed = database.run(
    `UPDATE triggered_webhooks SET status = ?, failures = failures + ?, due_at = ? WHERE id = ?`,
    attempt.status,
    !attempt.success,
    attempt.dueAt,
    id,
  );
  if (changed === 0) return;
  database.run(
    'INSERT INTO webhook_executions (triggered_webhook_id, success, logs, created_at) VALUES (?, ?, ?, ?)',
    id,
    attempt.success,
    attempt.logs,
    now,
  );
}

/** Removes a triggered webhook from the queue for good, as a failure: its webhook no longer exists. */
export function discard(database: Database, id: number): void {
  database.run("UPDATE triggered_webhooks SET status = 'failure', due_at = NULL WHERE id = ?", id);
}

/** Puts a finished triggered webhook at the end of the queue again, with all its attempts. */
export function requeue(database: Database, id: number, now: string): void {
  database.run(
    "UPDATE triggered_webhooks SET status = 'not_run', failures = 0, due_at = ? WHERE id = ?",
    now,
    id,
  );
}
