import { describe, expect, it } from '@jest/globals';
import { logLine } from './log-line.ts';

const time = Date.UTC(2030, 0, 1, 9, 30, 12);
const line = (entry: object, color = false) => logLine(JSON.stringify({ time, ...entry }), { color });
const request = {
  level: 30,
  msg: 'request',
  ...{ method: 'GET', path: '/pacticipants', status: 200, ms: 1.2, bytes: 9, address: '127.0.0.1' },
};

describe('A line of the log', () => {
  it.each([
    ['a request', request, '09:30:12 INFO GET /pacticipants 200 1.2 ms 127.0.0.1\n'],
    [
      'a request of a user',
      { ...request, user: 'ann' },
      '09:30:12 INFO GET /pacticipants 200 1.2 ms 127.0.0.1 ann\n',
    ],
    ['facts', { level: 40, msg: 'odd', count: 2, why: 'a b' }, '09:30:12 WARN odd count=2 why="a b"\n'],
    ['an unusual level', { level: 35, msg: 'odd' }, '09:30:12 35 odd\n'],
    [
      'an error',
      { level: 50, msg: 'failed', err: { message: 'no', stack: 'Error: no\n    at a.ts:1:2' } },
      '09:30:12 ERROR failed\nError: no\n    at a.ts:1:2\n',
    ],
  ])('is short for people: %s', (_, entry, expected) => {
    expect(line(entry)).toBe(expected);
  });

  it.each([
    [20, ''],
    [30, ''],
    [40, '\u001b[33m'],
    [50, '\u001b[31m'],
    [60, '\u001b[31m'],
  ])('has a colour from warnings on, where colours are shown: %i', (level, colour) => {
    const plain = line({ level, msg: 'told' });
    expect(plain).not.toContain('\u001b');
    expect(line({ level, msg: 'told' }, true)).toBe(
      colour === '' ? plain : `${colour}${plain.trimEnd()}\u001b[0m\n`,
    );
  });
});
