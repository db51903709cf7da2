import { describe, expect, it } from '@jest/globals';
import { cronSchedule, keepSelectors } from './cleaning-value-types.ts';

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

it.each([
  ['15 2 * * *', true],
  ['*/5 * * * *', true],
  ['often', false],
  ['', false],
  ['99 * * * *', false],
])('A schedule of a clean is "%s": %s', (given, isOne) => {
  expect(cronSchedule.read(given)).toBe(isOne ? given : undefined);
});
