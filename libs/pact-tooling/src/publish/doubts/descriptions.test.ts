import { expect, it } from '@jest/globals';
import { quoted } from './descriptions.ts';

it.each([
  [['a'], '"a"'],
  [['a', 'a', 'b'], '"a" and "b"'],
  [['a', 'b', 'c'], '"a", "b" and "c"'],
  [['a', 'b', 'c', 'd'], '"a", "b", "c" and 1 other'],
  [['a', 'b', 'c', 'd', 'e'], '"a", "b", "c" and 2 others'],
  [['say "a"\n'], '"say \\"a\\"\\n"'],
])('names %j', (descriptions, text) => {
  expect(quoted(descriptions)).toBe(text);
});
