import { expect, it } from '@jest/globals';
import { failureSummary, type InteractionResult } from './result.ts';

const one = (description: string, more: Partial<InteractionResult>): InteractionResult => ({
  consumer: 'Consumer',
  description,
  providerStates: [],
  kind: 'http',
  status: 'failed',
  mismatches: [
    { type: 'error', description: `${description} broke`, path: undefined, expected: 1, actual: 2 },
  ],
  ...more,
});

it('The summary has failures with their states and mismatches, but no passed or pending interactions', () => {
  const interactions = [
    one('a', { providerStates: ['x', 'y'] }),
    one('b', { status: 'passed', mismatches: [] }),
    one('c', { status: 'pending' }),
    one('d', {}),
  ];
  expect(failureSummary({ interactions })).toBe(
    '2 of 4 interactions failed:\n  a (given x, y)\n    - a broke\n  d\n    - d broke',
  );
});
