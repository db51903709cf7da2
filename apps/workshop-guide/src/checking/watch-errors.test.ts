import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeAtomically } from '../files/write-atomically.ts';
import { Companion } from './companion.ts';
import { watchErrorHandler } from './watch-errors.ts';
import { openWorkshop, start } from '../guide/index.ts';
import { miniatureCourse } from '../../test/workshop-process.ts';

const failure = (code: string) => Object.assign(new Error(`${code}: something failed`), { code });

describe('Errors of watching', () => {
  it.each([
    ['ENOSPC', /max_user_watches/],
    ['EMFILE', /ulimit -n/],
    ['EIO', /EIO: something failed/],
  ])('are told once, with what to do: %s', (code, message) => {
    const told: string[] = [];
    const take = watchErrorHandler('/playground', (error) => told.push(error.message));
    take(failure(code));
    take(failure(code));
    expect(told).toEqual([expect.stringMatching(message)]);
    expect(told[0]).toContain('/playground');
    expect(told[0]).not.toContain('\n');
  });

  it('are none for a file that was gone again', () => {
    const told: Error[] = [];
    watchErrorHandler('/playground', (error) => told.push(error))(failure('ENOENT'));
    expect(told).toEqual([]);
  });

  describe('while the guide is open', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'workshop-watching-'));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('end nothing: files that come and go beside the progress, or can not be read', async () => {
      const workshop = await openWorkshop({
        course: miniatureCourse,
        playground: join(folder, 'playground'),
      });
      await start(workshop);
      const companion = new Companion(workshop);
      await companion.open();
      try {
        const locked = join(folder, '.workshop/locked');
        mkdirSync(locked);
        chmodSync(locked, 0);
        for (let count = 0; count < 100; count += 1) {
          writeAtomically(join(folder, '.workshop/fleeting.json'), String(count));
          await setImmediate();
        }
        await companion.check();
        chmodSync(locked, 0o700);
      } finally {
        await companion.close();
      }
    });
  });
});
