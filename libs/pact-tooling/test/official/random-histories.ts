import { History, type Version } from './history.ts';

/** The number of random histories. */
export const randomHistories = Number(process.env['HISTORIES'] ?? 50);

/** A history of a few versions of both pacticipants; the same for the same seed. */
export function randomHistory(seed: number): History {
  const random = generator(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const chance = (share: number) => random() < share;
  const history = new History(`Random${seed}`);
  const consumers = ['1', '2', '3'].slice(0, 1 + Math.floor(random() * 3));
  const providers = ['10', '11', '12'].slice(0, 1 + Math.floor(random() * 3));
  for (const version of consumers) history.publish(version, pick(['1', '2']));
  for (const providerVersion of providers) {
    history.create({ side: 'provider', version: providerVersion });
    for (const version of consumers) {
      if (chance(0.6)) history.verify(version, providerVersion, chance(0.85));
    }
  }
  const live: Version[] = [
    ...consumers.map((version): Version => ({ side: 'consumer', version })),
    ...providers.map((version): Version => ({ side: 'provider', version })),
  ];
  for (const one of live) {
    if (chance(0.5)) history.deploy(one, pick(['a', 'b']));
    if (chance(0.2)) history.release(one);
  }
  return history;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
