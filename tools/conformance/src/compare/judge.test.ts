import { expect, test } from '@jest/globals';
import type { ComparedDifference } from '../accepted-differences/accepted-difference.ts';
import { judge, reasonsFor, type Outcome } from './judge.ts';

const outcome = (places: readonly string[], changes: Partial<Outcome> = {}): Outcome => ({
  row: 'A3',
  step: 'merging',
  missing: false,
  differences: places.map((place) => ({ place, official: 'a', embedded: 'b' })),
  ...changes,
});
const listed = (places: readonly string[], changes = {}): ComparedDifference => ({
  subject: 'merging',
  kind: 'another answer',
  official: '409',
  here: 'merges',
  why: 'it has to merge',
  seen: [{ row: 'A3', steps: ['merging'], places, ...changes }],
});

test('what nobody listed is a fault', () => {
  const { unlisted } = judge([outcome(['status', 'body.x'])], [listed(['body.x'])]);
  expect(unlisted).toEqual([outcome(['status'])]);
});

test('what is listed is none', () => {
  expect(judge([outcome(['body.notices[1].text'])], [listed(['body.notices*'])])).toEqual({
    unlisted: [],
    gone: [],
  });
});

test('a place is listed for its row and step alone', () => {
  const other = outcome(['status'], { step: 'publishing' });
  expect(judge([outcome(['status']), other], [listed(['status'])]).unlisted).toEqual([other]);
  expect(judge([outcome(['status'])], [listed(['status'], { row: 'A4' })]).unlisted).toHaveLength(1);
});

test('a listed difference that no longer occurs is a fault', () => {
  expect(judge([outcome([])], [listed(['status'])]).gone).toEqual(['A3 "merging": status no longer differs']);
  expect(judge([outcome(['status'])], [listed(['status', 'body*'])]).gone).toEqual([
    'A3 "merging": body* no longer differs',
  ]);
});

test('a listed step that nobody asks is a fault', () => {
  expect(judge([], [listed(['status'])]).gone).toEqual(['A3 "merging": there is no such step']);
});

test('a missing route is left to the report', () => {
  expect(judge([outcome(['status'], { missing: true })], [listed(['body'])])).toEqual({
    unlisted: [],
    gone: [],
  });
});

test('a step names its reasons', () => {
  const reason = listed(['status']);
  expect(reasonsFor(outcome(['status']), [reason, listed(['body'])])).toEqual([reason]);
});

test('what is so in any step of a row has to be so in one of them', () => {
  const everywhere = listed(['body.x'], { steps: 'any' });
  expect(judge([outcome(['body.x'], { step: 'one' }), outcome([], { step: 'other' })], [everywhere])).toEqual(
    {
      unlisted: [],
      gone: [],
    },
  );
  expect(judge([outcome([])], [everywhere]).gone).toEqual(['A3: body.x no longer differs']);
});
