import { expect, it } from '@jest/globals';
import { dateInWords, distanceInWords } from './time-in-words.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

it.each([
  [0, 'less than a minute'],
  [0.4 * minute, 'less than a minute'],
  [minute, '1 minute'],
  [44 * minute, '44 minutes'],
  [45 * minute, 'about 1 hour'],
  [89 * minute, 'about 1 hour'],
  [90 * minute, 'about 2 hours'],
  [23 * hour, 'about 23 hours'],
  [day, '1 day'],
  [41 * hour, '1 day'],
  [42 * hour, '2 days'],
  [29 * day, '29 days'],
  [30 * day, 'about 1 month'],
  [59 * day, 'about 2 months'],
  [60 * day, '2 months'],
  [364 * day, '12 months'],
  [365 * day, 'about 1 year'],
  [500 * day, 'over 1 year'],
  [700 * day, 'almost 2 years'],
  [730 * day, 'about 2 years'],
])('%i milliseconds are %s', (milliseconds, words) => {
  const from = Date.UTC(2030, 0);
  expect(distanceInWords(new Date(from).toISOString(), new Date(from + milliseconds).toISOString())).toBe(
    words,
  );
});

it.each([
  ['2026-11-25T09:31:18Z', 'Wed 25 Nov 2026, 9:31am +00:00'],
  ['2026-01-01T00:05:00Z', 'Thu 01 Jan 2026, 12:05am +00:00'],
  ['2026-02-28T12:00:00Z', 'Sat 28 Feb 2026, 12:00pm +00:00'],
  ['2026-12-31T23:59:59Z', 'Thu 31 Dec 2026, 11:59pm +00:00'],
])('%s is %s', (iso, words) => {
  expect(dateInWords(iso)).toBe(words);
});
