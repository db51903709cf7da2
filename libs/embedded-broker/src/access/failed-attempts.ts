/** How many wrong attempts an address has before it is slowed down, and how long one counts, in milliseconds. */
const freeAttempts = 10;
const rememberedMs = 60_000;
/** How many addresses are kept in mind; the one that failed longest ago is forgotten first. */
const maxAddresses = 1000;

/**
 * Counts wrong credentials by address, so that passwords can't be tried by the thousand. Only wrong ones are
 * slowed down: the right ones are let in at once wherever they come from, so nobody locks a colleague behind the same proxy out.
 */
export class FailedAttempts {
  private readonly byAddress = new Map<string, { count: number; last: number }>();
  private readonly clock: () => Date;

  constructor(clock: () => Date) {
    this.clock = clock;
  }

  /** Notes a wrong attempt; returns for how long its answer has to wait, in milliseconds: 0, then doubling up to 4 s. */
  note(address: string): number {
    const now = this.clock().getTime();
    const known = this.byAddress.get(address);
    const count = known && now - known.last < rememberedMs ? known.count + 1 : 1;
    this.byAddress.delete(address);
    this.byAddress.set(address, { count, last: now });
    if (this.byAddress.size > maxAddresses) {
      const [oldest] = this.byAddress.keys();
      if (oldest !== undefined) this.byAddress.delete(oldest);
    }
    return count <= freeAttempts ? 0 : Math.min(4000, 125 * 2 ** (count - freeAttempts));
  }

  /** How many addresses are kept in mind. */
  get size(): number {
    return this.byAddress.size;
  }
}
