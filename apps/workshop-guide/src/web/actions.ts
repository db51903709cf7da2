import type { Companion } from '../checking/index.ts';
import { WorkshopError } from '../errors.ts';
import { hint, next, reset, restore, solve, start, type Workshop } from '../guide/index.ts';

/** The actions of the buttons on a lesson's page. */
const actions = ['start', 'check', 'hint', 'solve', 'reset', 'next'] as const;

export type Action = (typeof actions)[number];

export function isAction(name: string): name is Action {
  return (actions as readonly string[]).includes(name);
}

/** Runs the actions of the page's buttons, and ends running ones with the guide. */
export class Actions {
  private readonly workshop: Workshop;
  private readonly companion: Companion;
  private readonly stop = new AbortController();
  private readonly signal: AbortSignal;
  private readonly running = new Set<Promise<unknown>>();

  /** @param signal stops all actions */
  constructor(workshop: Workshop, companion: Companion, signal?: AbortSignal) {
    this.workshop = workshop;
    this.companion = companion;
    this.signal = AbortSignal.any([this.stop.signal, ...(signal ? [signal] : [])]);
  }

  /**
   * @param name of the lesson to start, or of the backup to restore
   * @throws WorkshopError when the action is not possible now
   */
  async run(action: Action | 'restore', name?: string): Promise<void> {
    const work = this.begin(action, name);
    this.running.add(work);
    try {
      await work;
    } finally {
      this.running.delete(work);
    }
  }

  /** Stops running actions and waits for their end. */
  async close(): Promise<void> {
    this.stop.abort(new WorkshopError('The guide was ended.'));
    await Promise.allSettled(this.running);
  }

  private begin(action: Action | 'restore', name: string | undefined): Promise<unknown> {
    const options = { signal: this.signal };
    switch (action) {
      case 'start':
        return start(this.workshop, name, options);
      case 'check':
        return this.companion.check();
      case 'hint':
        return hint(this.workshop);
      case 'solve':
        return solve(this.workshop, options);
      case 'reset':
        return reset(this.workshop, options);
      case 'next':
        return next(this.workshop, options);
      case 'restore':
        return restore(this.workshop, name, options);
    }
  }
}
