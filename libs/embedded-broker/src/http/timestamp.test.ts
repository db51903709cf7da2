import { expect, it } from '@jest/globals';
import { textTable } from './text-table.ts';
import { timestamp, timestamps } from './timestamp.ts';

it('A time is shown in seconds', () => {
  expect(timestamp('2030-01-02T03:04:05.999Z')).toBe('2030-01-02T03:04:05+00:00');
});

it.each([
  ['2030-01-02T03:04:05.000Z', undefined],
  ['2030-01-02T03:04:05.001Z', '2030-01-02T03:04:05+00:00'],
  ['2031-01-02T03:04:05.000Z', '2031-01-02T03:04:05+00:00'],
])('What was created at 2030-01-02T03:04:05.000Z and changed at %s was updated at %s', (updatedAt, shown) => {
  expect(timestamps({ createdAt: '2030-01-02T03:04:05.000Z', updatedAt })).toEqual({
    updatedAt: shown,
    createdAt: '2030-01-02T03:04:05+00:00',
  });
});

it('A table of text has columns as wide as their widest cell', () => {
  const rows = [
    ['1', 'two'],
    ['long cell', ''],
  ];
  expect(textTable(['A', 'header'], rows)).toBe(
    ['A         | header', '----------|-------', '1         | two   ', 'long cell |       '].join('\n'),
  );
  expect(textTable(['A'], [])).toBe('No data.');
});
