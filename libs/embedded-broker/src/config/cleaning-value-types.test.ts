import { describe, expect, it } from '@jest/globals';
import { cronSchedule, keepBranchSelectors, keepSelectors } from './cleaning-value-types.ts';

describe('The rules of which versions a clean keeps', () => {
  it.each([
    ['[{"branch":true,"latest":true}]', [{ branch: true, latest: true }]],
    [[{ tag: 'prod' }], [{ tag: 'prod' }]],
    ['[{"max_age":90}]', [{ maxAge: 90 }]],
    ['[{"maxAge":0}]', [{ maxAge: 0 }]],
    ['[{"main_branch":true}]', [{ mainBranch: true }]],
    ['[{"pacticipant_name":"A","environment_name":"test"}]', [{ pacticipant: 'A', environment: 'test' }]],
    [
      '[{"pacticipant":"A","deployed":true},{"released":true}]',
      [{ pacticipant: 'A', deployed: true }, { released: true }],
    ],
  ])('are read as text and as a list, by either spelling: %j', (given, expected) => {
    expect(keepSelectors.read(given)).toEqual(expected);
  });

  it.each([
    '',
    '[]',
    '[{}]',
    '{"tag":true}',
    'null',
    '[null]',
    '["latest"]',
    '[{"newest":true}]',
    '[{"tag":"prod","newest":true}]',
    '[{"tag":true},{"lastest":true}]',
    '[{"tag":""}]',
    '[{"tag":false}]',
    '[{"latest":false}]',
    '[{"max_age":-1}]',
    '[{"max_age":"90"}]',
    '[{"tag":true}',
  ])('are refused where they say nothing, or something else: %s', (given) => {
    expect(keepSelectors.read(given)).toBeUndefined();
  });
});

describe('The rules of which branches a clean keeps', () => {
  it.each([
    ['[{"max_age":90}]', [{ maxAge: 90 }]],
    ['[{"maxAge":0},{"branch":"dev"}]', [{ maxAge: 0 }, { branch: 'dev' }]],
    ['[{"branch":["dev","qa"],"max_age":30}]', [{ branch: ['dev', 'qa'], maxAge: 30 }]],
    [[{ branch: 'dev' }], [{ branch: 'dev' }]],
  ])('are read as text and as a list, by either spelling: %j', (given, expected) => {
    expect(keepBranchSelectors.read(given)).toEqual(expected);
  });

  it.each(['[]', 'null', [], null])('keep all where there are none: %j', (given) => {
    expect(keepBranchSelectors.read(given)).toEqual([]);
  });

  it.each([
    '',
    'none',
    '[{}]',
    '{"max_age":90}',
    '[null]',
    '["dev"]',
    '[{"branch":true}]',
    '[{"branch":""}]',
    '[{"branch":[]}]',
    '[{"branch":["dev",""]}]',
    '[{"max_age":-1}]',
    '[{"max_age":"90"}]',
    '[{"max_age":90,"latest":true}]',
    '[{"max_age":90},{"max-age":90}]',
    '[{"max_age":90}',
  ])('are refused where they say nothing, or something else: %s', (given) => {
    expect(keepBranchSelectors.read(given)).toBeUndefined();
  });
});

it.each([keepSelectors, keepBranchSelectors])('Each rule that is none is named', ({ wrongParts }) => {
  const given = [{ branch: 'a' }, { newest: true }, { branch: 'b' }, {}];
  expect(wrongParts?.(given)).toEqual([{ newest: true }, {}]);
  expect(wrongParts?.(JSON.stringify(given))).toEqual([{ newest: true }, {}]);
  expect(wrongParts?.('[')).toEqual([]);
});

it.each([
  ['15 2 * * *', true],
  ['*/5 * * * *', true],
  ['often', false],
  ['', false],
  ['99 * * * *', false],
])('A schedule of a clean is "%s": %s', (given, isOne) => {
  expect(cronSchedule.read(given)).toBe(isOne ? given : undefined);
});
