import { readFileSync, rmSync } from 'node:fs';
import type { z } from 'zod';
import { withMutex } from './mutex.ts';
import { isRunning, ownIdentity, processIdentity, type ProcessIdentity } from './process-identity.ts';
import { writeAtomically } from './write-atomically.ts';

/**
 * A lock that one process at a time holds, for as long as it needs. The file names the owner and holds data about it.
 * The lock of a process that ended without releasing it counts as free.
 */
export class LockFile<T extends object> {
  readonly path: string;
  private readonly schema: z.ZodType<T>;

  /** @param schema of the data about the owner */
  constructor(path: string, schema: z.ZodType<T>) {
    this.path = path;
    this.schema = schema;
  }

  /** The process that holds the lock, and its data; undefined when the lock is free. */
  owner(): (ProcessIdentity & T) | undefined {
    try {
      const content: unknown = JSON.parse(readFileSync(this.path, 'utf8'));
      const [identity, data] = [processIdentity.parse(content), this.schema.parse(content)];
      return isRunning(identity) ? { ...data, ...identity } : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * Acquires the lock when it is free.
   * @returns the current owner; undefined when the lock was acquired
   */
  acquire(data: T): Promise<(ProcessIdentity & T) | undefined> {
    return withMutex(`${this.path}.lock`, () => {
      const owner = this.owner();
      if (!owner) this.update(data);
      return owner;
    });
  }

  /** Replaces the data about the owner. Only the owner may call this. */
  update(data: T): void {
    writeAtomically(this.path, `${JSON.stringify({ ...data, ...ownIdentity() })}\n`);
  }

  /** Releases the lock. Only the owner may call this. */
  release(): void {
    rmSync(this.path, { force: true });
  }
}
