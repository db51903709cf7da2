import { expect, test } from '@jest/globals';
import { variable } from './variables.ts';

test.each([
  ['value', 'value'],
  [' value\n', 'value'],
  ['two words', 'two words'],
  ['', undefined],
  [' \n', undefined],
  [undefined, undefined],
])('a variable with %j has the value %j', (value, expected) => {
  expect(variable({ NAME: value }, 'NAME')).toBe(expected);
});
