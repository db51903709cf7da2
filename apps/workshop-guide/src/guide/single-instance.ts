import { dirname, join } from 'node:path';
import { z } from 'zod';
import { WorkshopError } from '../errors.ts';
import { LockFile } from '../files/lock-file.ts';
import type { Workshop } from './workshop.ts';

const instance = z.object({
  /** Address of the page; undefined when the instance has no page, or not yet. */
  url: z.string().optional(),
});

/** The lock of the only guide that runs in a playground. */
export interface InstanceLock {
  /** Publishes the address of the page, for the message of a second instance. */
  publishUrl(url: string): void;
  release(): void;
}

/**
 * Ensures that only one guide (`open` or `watch`) runs in a playground: two would run each check twice and disturb each
 * other.
 * @throws WorkshopError with the address of the running instance
 */
export async function acquireInstanceLock({ at }: Workshop): Promise<InstanceLock> {
  const lock = new LockFile(join(dirname(at.progressFile), 'open.json'), instance);
  const owner = await lock.acquire({});
  if (owner) {
    const next = owner.url === undefined ? 'continue there' : `continue at ${owner.url}`;
    throw new WorkshopError(
      `The workshop is already open in another terminal (process ${owner.pid}).\nNext: ${next}, or end that process with Ctrl-C first.`,
    );
  }
  return { publishUrl: (url) => lock.update({ url }), release: () => lock.release() };
}
