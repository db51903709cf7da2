import { expect, test } from '@jest/globals';
import type { Observed } from '../http/run-subject.ts';
import { get } from '../http/step.ts';
import { outcomes } from './outcomes.ts';

const observed = (name: string, status: string, unknownRoute = false): Observed => ({
  step: get('A7', name, '/x'),
  observation: { status },
  unknownRoute,
});

test('a row is missing when none of its routes is known where the official broker answers', () => {
  const found = outcomes(
    [observed('there', '200'), observed('not there', '404')],
    [observed('there', '404', true), observed('not there', '404', true)],
  );
  expect(found.map(({ missing }) => missing)).toEqual([true, true]);
});

test('a row of which a part is known differs, but is not missing', () => {
  const found = outcomes(
    [observed('one', '200'), observed('other', '200')],
    [observed('one', '200'), observed('other', '404', true)],
  );
  expect(found.map(({ missing, differences }) => [missing, differences.length])).toEqual([
    [false, 0],
    [false, 1],
  ]);
});
