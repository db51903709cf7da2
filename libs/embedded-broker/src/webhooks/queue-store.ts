import type { Database } from '../database/index.ts';
import type { Status } from './webhook.ts';

/**
 * The queue is the triggered webhooks with a time in `due_at`. Who takes one claims it for a while: should the
 * process be killed meanwhile, the claim runs out and the webhook is called again, so that each is called at least once.
 */

/**
 * Takes webhooks whose time has come, those that have waited longest first.
 * @param claimedUntil when they are free again for others
 * @returns their ids
 */
export function claimDue(
  database: Database,
  {
    now,
    claimedUntil,
    limit,
  }: { readonly now: string; readonly claimedUntil: string; readonly limit: number },
): number[] {
  const due = database
    .all<{ id: number }>(
      `SELECT id FROM triggered_webhooks WHERE due_at <= ?1 AND (claimed_until IS NULL OR claimed_until <= ?1)
       ORDER BY due_at, id LIMIT ?2`,
      now,
      limit,
    )
    .map(({ id }) => id);
  for (const id of due)
    database.run('UPDATE triggered_webhooks SET claimed_until = ? WHERE id = ?', claimedUntil, id);
  return due;
}

/** When there is something to take next; undefined when nothing waits. */
export function nextDue(database: Database): string | undefined {
  return (
    database.get<{ at: string | null }>(
      `SELECT min(max(due_at, ifnull(claimed_until, due_at))) AS at FROM triggered_webhooks WHERE due_at IS NOT NULL`,
    )?.at ?? undefined
  );
}

/** Notes an attempt and what comes of it; does nothing when its publication has been deleted meanwhile. */
export function recordAttempt(
  database: Database,
  id: number,
  attempt: {
    readonly success: boolean;
    readonly logs: string;
    readonly status: Status;
    /** When to try again; undefined when that was the last time. */
    readonly dueAt: string | undefined;
  },
  now: string,
): void {
  const changed = database.run(
    `UPDATE triggered_webhooks SET status = ?, failures = failures + ?, due_at = ?, claimed_until = NULL WHERE id = ?`,
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

/** Gives a webhook back that was taken but not called. */
export function releaseClaim(database: Database, id: number): void {
  database.run('UPDATE triggered_webhooks SET claimed_until = NULL WHERE id = ?', id);
}

/** Takes a webhook off the queue for good: there is nothing to call any more. */
export function abandon(database: Database, id: number): void {
  database.run(
    "UPDATE triggered_webhooks SET status = 'failure', due_at = NULL, claimed_until = NULL WHERE id = ?",
    id,
  );
}

/** Puts a finished one at the end of the queue again, with all its attempts. */
export function requeue(database: Database, id: number, now: string): void {
  database.run(
    "UPDATE triggered_webhooks SET status = 'not_run', failures = 0, due_at = ?, claimed_until = NULL WHERE id = ?",
    now,
    id,
  );
}
