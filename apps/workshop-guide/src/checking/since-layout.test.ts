import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { locationsOf, type Locations } from '../playground/index.ts';
import { isSinceLayout } from './since-layout.ts';

let folder: string;
let at: Locations;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workshop-since-'));
  at = locationsOf(join(folder, 'playground'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file with a modification time in seconds. */
const write = (file: string, second: number) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  utimesSync(file, second, second);
};

it.each([
  ['was written after the layout', 11, 10, true],
  ['was laid out', 9, 10, false],
  ['was laid out at the same time', 10, 10, false],
  ['was removed', undefined, 10, true],
  ['is in a playground that was not laid out', 9, undefined, true],
])('A file that %s: was it saved by the learner?', (_, file, layout, expected) => {
  if (file !== undefined) write(join(at.playground, 'apps/a.ts'), file);
  if (layout !== undefined) write(at.laidOutFile, layout);
  expect(isSinceLayout(at, 'apps/a.ts')).toBe(expected);
});
