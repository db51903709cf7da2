import { describe, expect, it } from '@jest/globals';
import { byInteraction } from './by-interaction.ts';
import { failureExcerpt } from './failure-excerpt.ts';

const of = (description: string, more: { path?: string; expected?: string; actual?: string } = {}) => ({
  interaction: 'a request for a user',
  states: ['User sally exists'],
  description,
  ...more,
});

describe('Mismatches of a verification', () => {
  it('are shown with expected and actual value, by interaction', () => {
    const found = byInteraction([
      of('Type mismatch', { path: '$', expected: '{"id":10}', actual: '[{"id":10},{"id":11},{"id":12}]' }),
      of("Mismatch with header 'X-Id': Expected 'a' to be equal to 'b'", { expected: "'b'", actual: "'a'" }),
      { ...of('expected 404 but was 200', { expected: '404', actual: '200' }), interaction: 'another' },
      of('Actual map is missing the following keys: firstName'),
    ]);
    expect(found.map(({ interaction, mismatches }) => [interaction, mismatches.length])).toEqual([
      ['a request for a user', 3],
      ['another', 1],
    ]);
    expect(found.flatMap(({ mismatches }) => mismatches)).toMatchObject([
      { where: '$', expected: '{\n  "id": 10\n}', actual: '[\n  {\n    "id": 10\n  },\n  … 2 more\n]' },
      { where: 'header X-Id', expected: 'b', actual: 'a' },
      { where: 'body', expected: 'firstName', actual: 'missing' },
      { where: 'status', expected: '404', actual: '200' },
    ]);
  });
});

describe('The excerpt of a failure', () => {
  it('is Jest’s report of the first failed test, without the stack', () => {
    const output =
      'FAIL a.test.ts\n  ● adds › two\n\n    expect(received).toBe(expected)\n\n    Expected: 3\n      at a.test.ts:1:2\n\n  ● other\n';
    expect(failureExcerpt(output)).toBe(
      '  ● adds › two\n\n    expect(received).toBe(expected)\n\n    Expected: 3',
    );
  });

  it('is the end of any other output', () => {
    const output = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n\n');
    expect(failureExcerpt(output).split('\n')).toHaveLength(14);
    expect(failureExcerpt(output)).toContain('line 39');
  });
});
