import { StorageError } from '../storage-error.ts';

/** How often those who wait for another process look whether they may go on, in milliseconds. */
const lookAgainMs = 20;

/** What became of a part of a transaction. */
export type Outcome = { readonly value: unknown } | { readonly error: unknown };

/** The transaction that writes share. */
export interface SharedTransaction {
  /** @throws StorageError while another process writes */
  begin(): void;
  /**
   * Runs a part of the transaction; of one that throws nothing is kept.
   * @throws what the part threw, where that ended the transaction
   */
  part(work: () => unknown): Outcome;
  /** Stores everything, or, when it throws, nothing. */
  commit(): void;
  /** Stores nothing. */
  rollBack(): void;
}

interface Waiting {
  readonly work: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly since: number;
}

/**
 * Writes that wait for their turn. Those that come in together are stored by one commit, which takes longer than most of
 * them; each learns its outcome when that is on the disk, not before. Nothing else runs within their transaction.
 */
export class WriteQueue {
  /** How long a write waits for another process, in milliseconds. */
  patienceMs: number;
  /** How long writes run before they are stored and others get their turn, in milliseconds. */
  turnMs = 10;
  private readonly shared: SharedTransaction;
  private waiting: Waiting[] = [];
  private isScheduled = false;

  constructor(shared: SharedTransaction, patienceMs: number) {
    this.shared = shared;
    this.patienceMs = patienceMs;
  }

  /** Runs `work` once, in a transaction; the promise is kept when that is stored. */
  add<T>(work: () => T): Promise<T> {
    return new Promise<unknown>((resolve, reject) => {
      this.waiting.push({ work, resolve, reject, since: performance.now() });
      this.schedule();
    }) as Promise<T>;
  }

  /** The next turn comes when all requests that have arrived are read. */
  private schedule(): void {
    if (this.isScheduled || this.waiting.length === 0) return;
    this.isScheduled = true;
    setImmediate(this.takeTurn);
  }

  private readonly takeTurn = (): void => {
    this.isScheduled = false;
    if (!this.begins()) return;
    const group = this.waiting;
    this.waiting = [];
    const told = this.store(group);
    // Those that there was no time for go before those who came since.
    this.waiting.unshift(...group.slice(told));
    this.schedule();
  };

  /** Begins a transaction; where it can't, it comes back later for those who have patience. */
  private begins(): boolean {
    try {
      this.shared.begin();
      return true;
    } catch (error) {
      const isBusy = error instanceof StorageError && error.isBusy;
      const now = performance.now();
      const [patient, others] = Array.from([true, false], (is) =>
        this.waiting.filter(({ since }) => (isBusy && now - since < this.patienceMs) === is),
      ) as [Waiting[], Waiting[]];
      this.waiting = patient;
      for (const { reject } of others) reject(error);
      this.isScheduled = patient.length > 0;
      if (this.isScheduled) setTimeout(this.takeTurn, lookAgainMs);
      return false;
    }
  }

  /** Runs the writes of a group until time is up, stores them, and tells their outcomes. Returns how many they are. */
  private store(group: readonly Waiting[]): number {
    const started = performance.now();
    const outcomes: Outcome[] = [];
    let run = 0;
    try {
      for (const { work } of group) {
        if (run > 0 && performance.now() - started >= this.turnMs) break;
        run++;
        outcomes.push(group.length === 1 ? { value: work() } : this.shared.part(work));
      }
      this.shared.commit();
    } catch (error) {
      this.shared.rollBack();
      outcomes.splice(0, run, ...group.slice(0, run).map(() => ({ error })));
    }
    for (const [index, outcome] of outcomes.entries()) {
      const { resolve, reject } = group[index] as Waiting;
      if ('value' in outcome) resolve(outcome.value);
      else reject(outcome.error);
    }
    return run;
  }
}
