import { expect, it } from '@jest/globals';
import type { KeepBranchSelector } from '../config/index.ts';
import { staleBranches } from './branch-rules.ts';

const now = '2030-03-02T10:11:12.345Z';

it.each<[KeepBranchSelector[], string | undefined, string[]]>([
  [[{ maxAge: 2 }], '2030-02-28T00:00:00.000Z', []],
  [[{ maxAge: 0 }], '2030-03-02T00:00:00.000Z', []],
  [[{ maxAge: 1 }, { maxAge: 2 }, { maxAge: 0 }], '2030-02-28T00:00:00.000Z', []],
  [[{ branch: 'a' }], undefined, ['a']],
  [[{ branch: ['a', 'b'] }, { branch: 'c' }], undefined, ['a', 'b', 'c']],
  [[{ maxAge: 1, branch: 'a' }], '2030-03-01T00:00:00.000Z', ['a']],
])('By %j branches are stale that were updated before %s, except %j', (keep, updatedBefore, exceptNames) => {
  expect(staleBranches(keep, now)).toEqual({ updatedBefore, exceptNames });
});

it('Without selectors no branch is stale', () => {
  expect(staleBranches([], now)).toBeUndefined();
});
