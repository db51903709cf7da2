/** What has to be checked. */
export interface CheckRequest {
  /** Paths from the playground's root that were saved. */
  readonly changed: ReadonlySet<string>;
  /** Whether to check whatever a save could have changed. */
  readonly everything: boolean;
  /** Whether the learner asked for it: then also what no save begins, such as a release, is run. */
  readonly asked?: boolean;
}

/**
 * One check at a time. A newer request stops the one that runs, and takes over what that had to check.
 */
export class CheckQueue {
  readonly #check: (request: CheckRequest, signal: AbortSignal) => Promise<void>;
  #waiting: CheckRequest | undefined;
  #stop: AbortController | undefined;
  #work: Promise<void> | undefined;
  #closed = false;

  /** @param check does what is asked; rejects only when it is stopped by the signal */
  constructor(check: (request: CheckRequest, signal: AbortSignal) => Promise<void>) {
    this.#check = check;
  }

  /** Asks for a check; returns when nothing is left to be checked. */
  request(request: CheckRequest): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#waiting = merge(this.#waiting, request);
    this.#stop?.abort(new Error('superseded by a newer save'));
    this.#work ??= this.#untilNothingWaits();
    return this.#work;
  }

  /** Stops what runs; nothing is checked any more. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#waiting = undefined;
    this.#stop?.abort(new Error('stopped'));
    await this.#work;
  }

  async #untilNothingWaits(): Promise<void> {
    while (this.#waiting) {
      const request = this.#waiting;
      this.#waiting = undefined;
      const stop = new AbortController();
      this.#stop = stop;
      try {
        await this.#check(request, stop.signal);
      } catch {
        if (!this.#closed) this.#waiting = merge(this.#waiting, request);
      }
      this.#stop = undefined;
    }
    this.#work = undefined;
  }
}

function merge(one: CheckRequest | undefined, other: CheckRequest): CheckRequest {
  return {
    changed: new Set([...(one?.changed ?? []), ...other.changed]),
    everything: (one?.everything ?? false) || other.everything,
    asked: (one?.asked ?? false) || (other.asked ?? false),
  };
}
