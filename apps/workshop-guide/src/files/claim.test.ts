import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Claim } from './claim.ts';
import { ownMark } from './process-mark.ts';

describe('What one process at a time has', () => {
  let folder: string;
  let claim: Claim<{ readonly what: string }>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'workshop-claim-'));
    claim = new Claim(join(folder, 'claim.json'), z.object({ what: z.string() }));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is taken once, and whoever comes second is told by whom and for what', async () => {
    expect(await claim.take({ what: 'first' })).toBeUndefined();
    const holder = { what: 'first', ...ownMark() };
    expect(await claim.take({ what: 'second' })).toEqual(holder);
    expect(claim.holder()).toEqual(holder);
    claim.giveBack();
    expect(claim.holder()).toBeUndefined();
    expect(await claim.take({ what: 'second' })).toBeUndefined();
    expect(claim.holder()?.what).toBe('second');
  });

  it.each([
    ['a process that is gone', { pid: 2 ** 22 + 1, startedAt: '' }],
    ['a process whose number another program was given', { pid: process.pid, startedAt: 'long ago' }],
    ['nobody that can be told', {}],
  ])('is nobody’s when its file names %s', async (_, mark) => {
    writeFileSync(claim.file, JSON.stringify({ what: 'old', ...mark }));
    expect(claim.holder()).toBeUndefined();
    expect(await claim.take({ what: 'new' })).toBeUndefined();
    expect(claim.holder()?.what).toBe('new');
  });
});
