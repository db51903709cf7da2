import type { Companion } from '../checking/index.ts';
import { WorkshopError } from '../errors.ts';
import { hint, next, reset, restore, solve, start, type Workshop } from '../guide/index.ts';

/** What the buttons of a lesson's page do. */
const names = ['start', 'check', 'hint', 'solve', 'reset', 'next'] as const;

export type Action = (typeof names)[number];

export function isAction(name: string): name is Action {
  return (names as readonly string[]).includes(name);
}

/** What buttons began and is not over yet: it must not outlive the guide. */
export class Actions {
  readonly #workshop: Workshop;
  readonly #companion: Companion;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  readonly #running = new Set<Promise<unknown>>();

  /** @param signal stops all of them */
  constructor(workshop: Workshop, companion: Companion, signal?: AbortSignal) {
    this.#workshop = workshop;
    this.#companion = companion;
    this.#signal = AbortSignal.any([this.#stop.signal, ...(signal ? [signal] : [])]);
  }

  /**
   * @param what the lesson's name to start it, the copy's to restore it
   * @throws WorkshopError when it can't be done now
   */
  async run(action: Action | 'restore', what?: string): Promise<void> {
    const work = this.#begin(action, what);
    this.#running.add(work);
    try {
      await work;
    } finally {
      this.#running.delete(work);
    }
  }

  /** Stops what runs, and waits until it has. */
  async close(): Promise<void> {
    this.#stop.abort(new WorkshopError('The guide was ended.'));
    await Promise.allSettled(this.#running);
  }

  #begin(action: Action | 'restore', what: string | undefined): Promise<unknown> {
    const options = { signal: this.#signal };
    switch (action) {
      case 'start':
        return start(this.#workshop, what, options);
      case 'check':
        return this.#companion.check();
      case 'hint':
        return hint(this.#workshop);
      case 'solve':
        return solve(this.#workshop, options);
      case 'reset':
        return reset(this.#workshop, options);
      case 'next':
        return next(this.#workshop, options);
      case 'restore':
        return restore(this.#workshop, what, options);
    }
  }
}
