import { expect, it } from '@jest/globals';
import { daysBefore, startOfAge } from './age.ts';

const now = '2030-03-02T10:11:12.345Z';

it('A time some days before another is that to the millisecond', () => {
  expect(daysBefore(now, 0)).toBe(now);
  expect(daysBefore(now, 2)).toBe('2030-02-28T10:11:12.345Z');
});

it('An age begins with its first day', () => {
  expect(startOfAge(now, 0)).toBe('2030-03-02T00:00:00.000Z');
  expect(startOfAge(now, 2)).toBe('2030-02-28T00:00:00.000Z');
});

it.each([1e6, 1e9, Number.MAX_SAFE_INTEGER])('An age of %d days is that of all there is', (days) => {
  expect(startOfAge(now, days) < '0001').toBe(true);
  expect(daysBefore(now, days) < '0001').toBe(true);
});
