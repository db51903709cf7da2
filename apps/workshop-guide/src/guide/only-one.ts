import { dirname, join } from 'node:path';
import { z } from 'zod';
import { WorkshopError } from '../errors.ts';
import { Claim } from '../files/claim.ts';
import type { Workshop } from './workshop.ts';

const opened = z.object({
  /** Where the page is; undefined where there is none, or not yet. */
  url: z.string().optional(),
});

/** What the only companion of a playground may do. */
export interface OnlyOne {
  /** Tells where the page is, to whoever comes second. */
  tellUrl(url: string): void;
  /** Lets another one open it. */
  leave(): void;
}

/**
 * Two companions in one playground would run each check twice, and into each other: `open` and `watch` alike.
 * @throws WorkshopError with the address of the one that is open
 */
export async function beTheOnlyOne({ at }: Workshop): Promise<OnlyOne> {
  const claim = new Claim(join(dirname(at.progressFile), 'open.json'), opened);
  const holder = await claim.take({});
  if (holder) {
    const go = holder.url === undefined ? 'go on there' : `go on at ${holder.url}`;
    throw new WorkshopError(
      `The workshop is open already, in another terminal (process ${holder.pid}).\nNext: ${go}, or end that one with Ctrl-C first.`,
    );
  }
  return { tellUrl: (url) => claim.tell({ url }), leave: () => claim.giveBack() };
}
