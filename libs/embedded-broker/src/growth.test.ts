import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { axes } from '../bench/growth/axes.ts';
import { growthsAlong } from '../bench/growth/in-process.ts';
import { mayGrow } from '../bench/growth/may-grow.ts';
import { requests } from '../bench/growth/requests.ts';
import { listenToStatements } from '../bench/growth/statements.ts';

/**
 * SQLite's counters of steps are not to be had from `node:sqlite`, and a plan says how a row is found, not how many are
 * read. So calls and rows are counted, and times are compared with wide margins: the least of many rounds, five times
 * as long at a hundred times the history.
 */
describe('However long history is, a request costs the same', () => {
  let directory: string;
  const taken = listenToStatements();
  beforeAll(() => void (directory = mkdtempSync(join(tmpdir(), 'embedded-broker-growth-'))));
  afterAll(() => rmSync(directory, { recursive: true }));

  it.each(axes.map((axis) => [axis.name, axis] as const))(
    'with more %s',
    async (_, axis) => {
      const asked = requests.filter(({ name }) => !mayGrow(axis.name, name));
      expect(await growthsAlong(axis, axis.size / 10, asked, directory, taken)).toEqual([]);
    },
    60_000,
  );
});
