import { expect, it } from '@jest/globals';
import { didYouMean } from './did-you-mean.ts';

const known = ['port', 'host', 'log_level', 'basic_auth_password'];

it.each([
  ['port', 'port'],
  ['prot', 'port'],
  ['hots', 'host'],
  ['log_levl', 'log_level'],
  ['loglevel', 'log_level'],
  ['basic_authpasswd', 'basic_auth_password'],
  ['x', undefined],
  ['something_else_altogether', undefined],
  ['', undefined],
])('of "%s" it is thought that %s was meant', (given, meant) => {
  expect(didYouMean(given, known)).toBe(meant);
});
