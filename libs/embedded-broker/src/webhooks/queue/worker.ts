import type { BrokerSettings } from '../../config/index.ts';
import type { Database } from '../../database/index.ts';
import { Urls } from '../../http/index.ts';
import type { Logger } from '../../logger.ts';
import { StorageError } from '../../storage-error.ts';
import { findPublicationById } from '../../pacts/index.ts';
import { findWebhookById } from '../definition/store.ts';
import { makeAttempt, type Attempt } from '../delivery/attempt.ts';
import { contractFacts } from '../delivery/facts-store.ts';
import { findTriggeredWebhookById } from '../log/store.ts';
import { conclusionOf, nextStep } from './retry.ts';
import { claimDue, discard, nextDueAt, recordAttempt, reschedule, type Claimed } from './store.ts';

/** How many attempts run at the same time. */
const maxConcurrent = 5;
/** How long no other process may claim a triggered webhook: longer than an attempt can take. */
const leaseMs = 30_000;
/** How long the worker sleeps at most, so that it finds what another process on the same file has left. */
const maxSleepMs = 30_000;
/** How long it sleeps while another process writes to the file. */
const busyMs = 250;
/** How long a broker that stops waits for running attempts. */
const graceMs = 1_000;

export interface WorkerOptions {
  readonly database: Database;
  readonly settings: BrokerSettings;
  readonly clock: () => Date;
  readonly logger: Logger;
  /** Called after each recorded attempt. */
  readonly afterAttempt?: () => void;
}

/**
 * Makes the attempts of the triggered webhooks in the queue when they are due, a few at the same time. Its whole state
 * is in the database: a new worker continues where the last one stopped, however that one ended.
 */
export class WebhookWorker {
  private readonly options: WorkerOptions;
  /** The attempts under way, by the id of their triggered webhook. */
  private readonly running = new Map<number, Promise<void>>();
  private readonly stop = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private soon: NodeJS.Immediate | undefined;
  private isClosing = false;

  constructor(options: WorkerOptions) {
    this.options = options;
  }

  /** Looks at the queue now. Call it after everything that may have added to the queue. */
  wake = (): void => {
    if (this.isClosing) return;
    try {
      let wait = this.untilNext();
      // Most of the time nothing is due; then the database need not be locked for writing.
      if (wait <= 0) {
        this.startDue();
        wait = this.untilNext();
      }
      this.sleep(wait);
    } catch (error) {
      if (error instanceof StorageError && error.isBusy) {
        this.sleep(busyMs);
        return;
      }
      this.options.logger.error({ err: error }, 'queue of webhooks could not be read');
      this.sleep(maxSleepMs);
    }
  };

  /** The same, once for all who ask for it in this turn of the event loop. */
  wakeSoon = (): void => {
    this.soon ??= setImmediate(() => {
      this.soon = undefined;
      this.wake();
    });
  };

  /** Ends the worker: waits a moment for running attempts, and puts those that take longer back into the queue. */
  async close(): Promise<void> {
    this.isClosing = true;
    clearTimeout(this.timer);
    const grace = setTimeout(() => this.stop.abort(), graceMs);
    await Promise.all(this.running.values());
    clearTimeout(grace);
  }

  private start({ id, uuid }: Claimed): void {
    const running = this.attempt(id)
      .catch((error: unknown) => this.options.logger.error({ uuid, err: error }, 'triggered webhook failed'))
      .finally(() => {
        this.running.delete(id);
        this.wake();
      });
    this.running.set(id, running);
  }

  private startDue(): void {
    const { database } = this.options;
    const limit = maxConcurrent - this.running.size;
    const due = { now: this.now(), leaseEnd: this.now(leaseMs), limit };
    const claimed = database.transaction(() => claimDue(database, this.held(), due));
    for (const one of claimed) this.start(one);
  }

  /** Milliseconds until a triggered webhook is due and may start; 0 or less when one is due now. */
  private untilNext(): number {
    const next = nextDueAt(this.options.database, this.held());
    if (next === undefined || this.running.size >= maxConcurrent) return maxSleepMs;
    return Date.parse(next) - this.options.clock().getTime();
  }

  private held(): number[] {
    return [...this.running.keys()];
  }

  private sleep(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.wake, Math.min(Math.max(ms, 0), maxSleepMs)).unref();
  }

  private async attempt(id: number): Promise<void> {
    const { database, settings } = this.options;
    const triggered = findTriggeredWebhookById(database, id);
    const publication = triggered && findPublicationById(database, triggered.publicationId);
    if (!triggered || !publication) return;
    const webhook = triggered.webhookId === null ? undefined : findWebhookById(database, triggered.webhookId);
    if (!webhook) {
      await database.write(() => discard(database, id));
      return;
    }
    const { context, verificationNumber, failures } = triggered;
    const facts = contractFacts(database, publication, verificationNumber, new Urls(context.base_url));
    const attempt = await makeAttempt(
      { uuid: webhook.uuid, request: webhook.request, context, facts },
      settings,
      { signal: this.stop.signal, now: () => this.now() },
    );
    // An attempt that the end of the broker interrupts is not a failure: the next worker makes it again.
    if (this.stop.signal.aborted && !attempt.success)
      await database.write(() => reschedule(database, id, this.now()));
    else await this.record(id, attempt, failures);
  }

  private async record(id: number, attempt: Attempt, failures: number): Promise<void> {
    const { database, settings } = this.options;
    const step = nextStep(attempt, failures, settings.webhookRetrySchedule);
    const recorded = {
      success: attempt.success,
      logs: attempt.log(conclusionOf(step)),
      status: step.status,
      dueAt: step.status === 'retrying' ? this.now(step.waitSeconds * 1000) : undefined,
    };
    await database.write(() => recordAttempt(database, id, recorded, this.now()));
    this.options.afterAttempt?.();
  }

  private now(laterMs = 0): string {
    return new Date(this.options.clock().getTime() + laterMs).toISOString();
  }
}
