import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { LockFile } from './lock-file.ts';
import { ownIdentity } from './process-identity.ts';

describe('A lock file', () => {
  let folder: string;
  let lock: LockFile<{ readonly what: string }>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'workshop-lock-'));
    lock = new LockFile(join(folder, 'lock.json'), z.object({ what: z.string() }));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is acquired once, and tells the second process who owns it and why', async () => {
    expect(await lock.acquire({ what: 'first' })).toBeUndefined();
    const owner = { what: 'first', ...ownIdentity() };
    expect(await lock.acquire({ what: 'second' })).toEqual(owner);
    expect(lock.owner()).toEqual(owner);
    lock.release();
    expect(lock.owner()).toBeUndefined();
    expect(await lock.acquire({ what: 'second' })).toBeUndefined();
    expect(lock.owner()?.what).toBe('second');
  });

  it.each([
    ['a process that has ended', { pid: 2 ** 22 + 1, startedAt: '' }],
    ['a process whose id another program has now', { pid: process.pid, startedAt: 'long ago' }],
    ['no process', {}],
  ])('is free when it names %s', async (_, identity) => {
    writeFileSync(lock.path, JSON.stringify({ what: 'old', ...identity }));
    expect(lock.owner()).toBeUndefined();
    expect(await lock.acquire({ what: 'new' })).toBeUndefined();
    expect(lock.owner()?.what).toBe('new');
  });
});
