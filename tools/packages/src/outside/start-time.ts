import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrokerProcess } from '@pact-workshop/embedded-broker/bench/broker-process.ts';

/** Milliseconds from the start of a broker to its first answer: of the package, and of the sources. */
export interface StartTimes {
  readonly fromPackage: number;
  readonly fromSources: number;
}

const rounds = 15;

/**
 * Starts the broker of the package and that of the sources in turn, each with a new database.
 * @param command the package's command
 * @returns the medians
 */
export async function measureStart(command: string): Promise<StartTimes> {
  const directory = await mkdtemp(join(tmpdir(), 'broker-start-'));
  const times: Record<keyof StartTimes, number[]> = { fromPackage: [], fromSources: [] };
  try {
    // The first start of each fills the cache of compiled code.
    for (let round = 0; round <= rounds; round++)
      for (const [kind, door] of [['fromPackage', command], ['fromSources']] as const) {
        await using broker = await startBrokerProcess(join(directory, `${kind}-${round}.sqlite`), door);
        if (round > 0) times[kind].push(broker.startMs);
      }
  } finally {
    await rm(directory, { recursive: true });
  }
  return { fromPackage: median(times.fromPackage), fromSources: median(times.fromSources) };
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
