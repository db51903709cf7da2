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

describe('Errors of a watcher', () => {
  it.each([
    ['ENOSPC', /max_user_watches/],
    ['EMFILE', /ulimit -n/],
    ['EIO', /EIO: something failed/],
  ])('are reported once, with advice: %s', (code, message) => {
    const reported: string[] = [];
    const handle = watchErrorHandler('/playground', (error) => reported.push(error.message));
    handle(failure(code));
    handle(failure(code));
    expect(reported).toEqual([expect.stringMatching(message)]);
    expect(reported[0]).toContain('/playground');
    expect(reported[0]).not.toContain('\n');
  });

  it('are not reported for a file that was removed', () => {
    const reported: Error[] = [];
    watchErrorHandler('/playground', (error) => reported.push(error))(failure('ENOENT'));
    expect(reported).toEqual([]);
  });

  describe('while the guide runs', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'workshop-watching-'));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('do not end it: short-lived files beside the progress file, and unreadable ones', async () => {
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
