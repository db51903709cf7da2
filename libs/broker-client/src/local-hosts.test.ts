import { expect, test } from '@jest/globals';
import { isLocal } from './local-hosts.ts';

test.each([
  ['http://127.0.0.1:9292', true],
  ['http://localhost/pacts', true],
  ['https://[::1]:443', true],
  ['http://LOCALHOST', true],
  ['http://broker.example', false],
  ['http://localhost.example', false],
  ['http://127.0.0.1.example', false],
  ['http://broker.example/localhost', false],
])('%s is on this machine: %s', (url, expected) => {
  expect(isLocal(url)).toBe(expected);
});
