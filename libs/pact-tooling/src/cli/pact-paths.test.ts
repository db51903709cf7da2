import { join, relative } from 'node:path';
import { expect, it } from '@jest/globals';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { pactPaths } from './pact-paths.ts';

it.each([
  [['a.json'], ['a.json']],
  [['*.json'], ['[odd].json', 'a.json', 'b.json']],
  [['{a,b}.json'], ['a.json', 'b.json']],
  [['[ab].json'], ['a.json', 'b.json']],
  [['[odd].json'], ['[odd].json']],
  [
    ['?.txt', 'b.json'],
    ['c.txt', 'b.json'],
  ],
  [['nowhere.json'], ['nowhere.json']],
])('The paths %j mean %j', async (given, meant) => {
  await using directory = await temporaryDirectory();
  for (const name of ['a.json', 'b.json', 'c.txt', '[odd].json']) await directory.write(name, '{}');
  const found = pactPaths(given.map((path) => join(directory.path, path)));
  expect(found.map((path) => relative(directory.path, path))).toEqual(meant);
});

it('A pattern that matches nothing is an error', () => {
  expect(() => pactPaths(['pacts-of-nobody/*.json'])).toThrow('No file matches "pacts-of-nobody/*.json"');
});
