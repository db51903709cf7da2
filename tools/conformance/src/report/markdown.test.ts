import { expect, test } from '@jest/globals';
import type { ComparedDifference } from '../accepted-differences/accepted-difference.ts';
import { rows } from '../api/index.ts';
import type { Outcome } from '../compare/judge.ts';
import { markdown } from './markdown.ts';

const outcome = (row: string, changes: Partial<Outcome> = {}): Outcome => ({
  row,
  step: 'asked',
  differences: [],
  missing: false,
  ...changes,
});
const differing = { differences: [{ place: 'status', official: '500', embedded: '400' }] };
const accepted: ComparedDifference = {
  subject: 'faults',
  kind: 'another answer',
  official: '500',
  here: '400',
  why: 'they help nobody',
  seen: [{ row: 'A3', steps: ['asked'], places: ['status'] }],
};

const page = markdown(
  [
    outcome('A1'),
    outcome('A3', differing),
    outcome('A4', differing),
    outcome('A5', { missing: true }),
    outcome('publish'),
  ],
  [accepted],
);
const line = (start: string) => page.split('\n').find((text) => text.startsWith(start));

test('each row has its line, in the order of the table', () => {
  expect([...page.matchAll(/^\| ([ABC]\d+) \|/gm)].map(([, id]) => id)).toEqual(rows.map(([id]) => id));
});

test.each([
  ['| A1 |', '| 1 | same |'],
  ['| A3 |', '| 1 | differs: [1](#what-differs-on-purpose) |'],
  ['| A4 |', '| 1 | **differs, not on purpose** |'],
  ['| A5 |', '| 1 | missing |'],
  ['| A6 |', '| 0 | not asked |'],
  ['| `publish` |', '| 1 | same |'],
  ['| 1 | faults |', '| they help nobody | A3 |'],
])('%s ends in %s', (start, end) => expect(line(start)).toContain(end));
