import { expect, it } from '@jest/globals';
import { shownMinutes } from './minutes.ts';

it.each([
  [0, '0 min'],
  [45, '45 min'],
  [60, '1 h'],
  [112, '1 h 52 min'],
])('%i minutes are shown as %s', (minutes, shown) => {
  expect(shownMinutes(minutes)).toBe(shown);
});
