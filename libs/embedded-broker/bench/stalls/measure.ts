import { setTimeout as after } from 'node:timers/promises';
import type { Done, Place, Row } from './row.ts';
import type { Waits, Watch } from './watch.ts';

/** What one row came to. All times are in milliseconds. */
export interface Measured {
  /** The longest time of all rounds. */
  readonly tookMs: number;
  /** What was answered, where it was one request. */
  readonly statuses: ReadonlySet<number>;
  /** Of the heartbeats of all rounds. */
  readonly p99Ms: number;
  readonly maxMs: number;
  /** How late the process that asks was at the most: what the machine adds to a wait. */
  readonly lateMs: number;
}

/** A row is not repeated when it took as long as this, so that the whole run does not take long. */
const budgetMs = 8_000;
/** How long heartbeats are asked for after the end: a broker may have something left to do. */
const afterwardsMs = 100;

/**
 * Runs a row, and watches the heartbeat meanwhile.
 * @param onRound is told what each round came to
 */
export async function measure(
  row: Row,
  place: Place,
  watch: Watch,
  { rounds, onRound }: { readonly rounds: number; readonly onRound: (text: string) => void },
): Promise<Measured> {
  const seen: (Waits & { readonly result: Done })[] = [];
  const start = performance.now();
  while (seen.length < rounds && (seen.length === 0 || performance.now() - start < budgetMs)) {
    const work = await row.prepare(place, seen.length + 1);
    const one = await watch.during(async () => {
      const done = await work();
      await after(afterwardsMs);
      return done;
    });
    seen.push(one);
    onRound(
      `${row.name}: took ${one.result.ms.toFixed(0)} ms, heartbeat ${Math.max(...one.waits).toFixed(1)} ms (asked ${one.lateMs.toFixed(1)} ms late at most)`,
    );
  }
  const waits = seen.flatMap((one) => one.waits).toSorted((a, b) => a - b);
  return {
    tookMs: Math.max(...seen.map(({ result }) => result.ms)),
    statuses: new Set(seen.flatMap(({ result }) => result.status ?? [])),
    p99Ms: waits[Math.floor(waits.length * 0.99)] ?? 0,
    maxMs: waits.at(-1) ?? 0,
    lateMs: Math.max(...seen.map(({ lateMs }) => lateMs)),
  };
}
