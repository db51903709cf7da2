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
 * Calls of statements and the rows that they give are counted at a hundred times the history. What a statement reads
 * without giving it shows in its plan (`database/query-plans.test.ts`) and in the times that `make bench-growth` measures.
 */
describe('However long history is, a request takes as many statements and rows', () => {
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
