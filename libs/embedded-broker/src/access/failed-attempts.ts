import { networkOf } from './network-of.ts';

/** How many wrong attempts a network has before it is slowed down, and how long one counts, in milliseconds. */
const freeAttempts = 10;
const rememberedMs = 60_000;
/** How far apart further refusals are at most, in milliseconds. */
const maxGapMs = 4000;
/** How many networks are kept in mind; the one that failed longest ago is forgotten first. */
const maxNetworks = 1000;

/** How long after the one before it a refusal leaves, in milliseconds. */
const gapOf = (count: number): number =>
  count <= freeAttempts ? 0 : Math.min(maxGapMs, 125 * 2 ** (count - freeAttempts));

/**
 * Counts wrong credentials by network, so that passwords can't be tried by the thousand: its refusals leave one after the
 * other, over however many connections they are asked for. Only wrong ones are slowed down: the right ones are let in at
 * once wherever they come from, so nobody locks a colleague behind the same proxy out.
 */
export class FailedAttempts {
  /** By network: how many there were, and when the last refusal leaves. */
  private readonly byNetwork = new Map<string, { count: number; leaves: number }>();
  private readonly clock: () => Date;

  constructor(clock: () => Date) {
    this.clock = clock;
  }

  /**
   * Notes a wrong attempt.
   * @returns for how long its refusal has to wait, in milliseconds: 0, then behind those before it, at gaps that double
   */
  note(address: string): number {
    const now = this.clock().getTime();
    const network = networkOf(address);
    const known = this.byNetwork.get(network);
    const remembered = known && now - known.leaves < rememberedMs ? known : { count: 0, leaves: now };
    const count = remembered.count + 1;
    const leaves = Math.max(now, remembered.leaves) + gapOf(count);
    this.byNetwork.delete(network);
    this.byNetwork.set(network, { count, leaves });
    if (this.byNetwork.size > maxNetworks) {
      const [oldest] = this.byNetwork.keys();
      if (oldest !== undefined) this.byNetwork.delete(oldest);
    }
    return leaves - now;
  }

  /** Gives back the turn of a refusal that nobody waits for any more. */
  giveBack(address: string): void {
    const known = this.byNetwork.get(networkOf(address));
    if (known) known.leaves -= gapOf(known.count);
  }

  /** How many networks are kept in mind. */
  get size(): number {
    return this.byNetwork.size;
  }
}
