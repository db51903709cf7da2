import type { Logger } from 'pino';
import type { BrokerSettings } from '../../config/index.ts';
import type { Database } from '../../database/index.ts';
import { Urls } from '../../http/index.ts';
import { findPublicationById } from '../../pacts/index.ts';
import { makeAttempt, type Attempt } from '../delivery/attempt.ts';
import { contractFacts } from '../delivery/facts-store.ts';
import { abandon, nextDue, putOff, recordAttempt, takeDue, type Taken } from './store.ts';
import { conclusionOf, nextStep } from './retry.ts';
import { findWebhookById } from '../definition/store.ts';
import { findTriggeredWebhookById } from '../log/store.ts';

/** How many webhooks are called at the same time. */
const maxConcurrent = 5;
/** For how long a webhook that is being called is kept from others: longer than a call can take. */
const holdMs = 30_000;
/** How often to look for what another process on the same file has left. */
const maxSleepMs = 30_000;
/** How long a broker that stops waits for the calls under way. */
const graceMs = 1_000;

export interface WorkerOptions {
  readonly database: Database;
  readonly settings: BrokerSettings;
  readonly clock: () => Date;
  readonly logger: Logger;
  /** Called after each attempt to call a webhook. */
  readonly afterAttempt?: () => void;
}

/**
 * Calls the webhooks in the queue when their time has come, a few at once. All it knows is in the database: a new
 * worker goes on where the last one stopped, however that ended.
 */
export class WebhookWorker {
  private readonly options: WorkerOptions;
  private readonly running = new Set<Promise<void>>();
  private readonly stop = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private isClosing = false;

  constructor(options: WorkerOptions) {
    this.options = options;
  }

  /** Looks at the queue now. To be called after whatever may have put something there. */
  wake = (): void => {
    if (this.isClosing) return;
    try {
      this.takeDue();
      this.sleep(this.untilNext());
    } catch (error) {
      this.options.logger.error({ err: error }, 'queue of webhooks could not be read');
      this.sleep(maxSleepMs);
    }
  };

  /** Ends: waits a moment for the calls under way, and leaves those that take longer in the queue. */
  async close(): Promise<void> {
    this.isClosing = true;
    clearTimeout(this.timer);
    const impatience = setTimeout(() => this.stop.abort(), graceMs);
    await Promise.all(this.running);
    clearTimeout(impatience);
  }

  private start({ id, uuid }: Taken): void {
    const call = this.call(id)
      .catch((error: unknown) => this.options.logger.error({ uuid, err: error }, 'triggered webhook failed'))
      .finally(() => {
        this.running.delete(call);
        this.wake();
      });
    this.running.add(call);
  }

  private takeDue(): void {
    const { database } = this.options;
    const limit = maxConcurrent - this.running.size;
    const due = { now: this.now(), until: this.now(holdMs), limit };
    // Most of the time nothing is due; then no lock for writing is asked for.
    if (limit === 0 || this.untilNext() > 0) return;
    for (const taken of database.transaction(() => takeDue(database, due))) this.start(taken);
  }

  /** Milliseconds until something is due; 0 or less when it is now. While all hands are busy, it has to wait anyway. */
  private untilNext(): number {
    const next = nextDue(this.options.database);
    if (next === undefined || this.running.size >= maxConcurrent) return maxSleepMs;
    return Date.parse(next) - this.options.clock().getTime();
  }

  private sleep(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.wake, Math.min(Math.max(ms, 0), maxSleepMs)).unref();
  }

  private async call(id: number): Promise<void> {
    const { database, settings } = this.options;
    const triggered = findTriggeredWebhookById(database, id);
    const publication = triggered && findPublicationById(database, triggered.publicationId);
    if (!triggered || !publication) return;
    const webhook = triggered.webhookId === null ? undefined : findWebhookById(database, triggered.webhookId);
    if (!webhook) {
      database.transaction(() => abandon(database, id));
      return;
    }
    const { context, verificationNumber, failures } = triggered;
    const facts = contractFacts(database, publication, verificationNumber, new Urls(context.base_url));
    const attempt = await makeAttempt(
      { uuid: webhook.uuid, request: webhook.request, context, facts },
      settings,
      {
        signal: this.stop.signal,
        now: () => this.now(),
      },
    );
    // A call that was cut short is nobody's failure: it is made anew by whoever comes next.
    if (this.stop.signal.aborted && !attempt.success) putOff(database, id, this.now());
    else this.record(id, attempt, failures);
  }

  private record(id: number, attempt: Attempt, failures: number): void {
    const { database, settings } = this.options;
    const step = nextStep(attempt, failures, settings.webhookRetrySchedule);
    const recorded = {
      success: attempt.success,
      logs: attempt.log(conclusionOf(step)),
      status: step.status,
      dueAt: step.status === 'retrying' ? this.now(step.waitSeconds * 1000) : undefined,
    };
    database.transaction(() => recordAttempt(database, id, recorded, this.now()));
    this.options.afterAttempt?.();
  }

  private now(laterMs = 0): string {
    return new Date(this.options.clock().getTime() + laterMs).toISOString();
  }
}
