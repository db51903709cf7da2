/** A request for a check. */
export interface CheckRequest {
  /** Paths from the playground's root that were saved. */
  readonly changed: ReadonlySet<string>;
  /** Whether to check all tasks that a save can affect. */
  readonly everything: boolean;
  /** Whether the learner requested the check; tasks with side effects, such as a release, are run as well then. */
  readonly asked?: boolean;
}

/** Runs one check at a time. A newer request stops the running check and includes what that had to check. */
export class CheckQueue {
  private readonly check: (request: CheckRequest, signal: AbortSignal) => Promise<void>;
  private waiting: CheckRequest | undefined;
  private stop: AbortController | undefined;
  private work: Promise<void> | undefined;
  private closed = false;

  /** @param check runs the requested check; rejects only when the signal stops it */
  constructor(check: (request: CheckRequest, signal: AbortSignal) => Promise<void>) {
    this.check = check;
  }

  /** Requests a check; resolves when nothing is left to be checked. */
  request(request: CheckRequest): Promise<void> {
    if (this.closed) return Promise.resolve();
    this.waiting = merge(this.waiting, request);
    this.stop?.abort(new Error('superseded by a newer request'));
    this.work ??= this.untilNothingWaits();
    return this.work;
  }

  /** Stops the running check; further requests do nothing. */
  async close(): Promise<void> {
    this.closed = true;
    this.waiting = undefined;
    this.stop?.abort(new Error('stopped'));
    await this.work;
  }

  private async untilNothingWaits(): Promise<void> {
    while (this.waiting) {
      const request = this.waiting;
      this.waiting = undefined;
      const stop = new AbortController();
      this.stop = stop;
      try {
        await this.check(request, stop.signal);
      } catch {
        if (!this.closed) this.waiting = merge(this.waiting, request);
      }
      this.stop = undefined;
    }
    this.work = undefined;
  }
}

function merge(one: CheckRequest | undefined, other: CheckRequest): CheckRequest {
  return {
    changed: new Set([...(one?.changed ?? []), ...other.changed]),
    everything: (one?.everything ?? false) || other.everything,
    asked: (one?.asked ?? false) || (other.asked ?? false),
  };
}
