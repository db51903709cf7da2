import type { Database } from '../../database/index.ts';
import type { Status } from '../log/triggered-webhook.ts';

/**
 * The queue is the triggered webhooks with a time in `due_at`. Who takes one puts that time off for longer than a call
 * can take: no other process on the same file makes the call too, and should this one be killed meanwhile, it is made
 * again. So each webhook is called at least once.
 */

/** A triggered webhook that was taken from the queue. */
export interface Taken {
  readonly id: number;
  readonly uuid: string;
}

/**
 * Takes webhooks whose time has come, those that have waited longest first.
 * @param until when others may take them
 */
export function takeDue(
  database: Database,
  { now, until, limit }: { readonly now: string; readonly until: string; readonly limit: number },
): Taken[] {
  const due = database.all<Taken>(
    'SELECT id, uuid FROM triggered_webhooks WHERE due_at <= ? ORDER BY due_at, id LIMIT ?',
    now,
    limit,
  );
  for (const { id } of due) putOff(database, id, until);
  return due;
}

/** When there is something to take next; undefined when nothing waits. */
export function nextDue(database: Database): string | undefined {
  return (
    database.get<{ at: string | null }>(
      'SELECT min(due_at) AS at FROM triggered_webhooks WHERE due_at IS NOT NULL',
    )?.at ?? undefined
  );
}

/** Sets the time of the next attempt, of one that waits for it. */
export function putOff(database: Database, id: number, dueAt: string): void {
  database.run('UPDATE triggered_webhooks SET due_at = ? WHERE id = ?', dueAt, id);
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

/** Takes a webhook off the queue for good: there is nothing to call any more. */
export function abandon(database: Database, id: number): void {
  database.run("UPDATE triggered_webhooks SET status = 'failure', due_at = NULL WHERE id = ?", id);
}

/** Puts a finished one at the end of the queue again, with all its attempts. */
export function requeue(database: Database, id: number, now: string): void {
  database.run(
    "UPDATE triggered_webhooks SET status = 'not_run', failures = 0, due_at = ? WHERE id = ?",
    now,
    id,
  );
}
