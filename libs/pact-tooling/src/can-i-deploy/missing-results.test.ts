import { expect, it } from '@jest/globals';
import { withMissing } from './missing-results.ts';

const yes = { deployable: true, reasons: ['fine'], rows: [], summary: { success: 1, failed: 0, unknown: 0 } };
const missing = (success: false | null) => ({
  row: {
    consumer: { name: 'Con', version: '1' },
    provider: { name: 'Prov', version: '11' },
    success,
    resultUrl: undefined,
    ignored: false,
  },
  role: 'consumer' as const,
  environment: 'production',
  isOneOfMany: false,
});

it.each([
  [[], true, { failed: 0, unknown: 0 }, 'fine'],
  [
    [missing(null)],
    null,
    { failed: 0, unknown: 1 },
    /^There is no verified pact between version 1 of Con and the/,
  ],
  [
    [missing(false)],
    false,
    { failed: 1, unknown: 0 },
    /^The verification for the pact between version 1 .* failed$/,
  ],
  [[missing(false), missing(null)], null, { failed: 1, unknown: 1 }, /failed$/],
])('missing results change a yes to another answer: %#', (lacks, deployable, summary, reason) => {
  const answer = withMissing(yes, lacks);
  expect(answer).toMatchObject({ deployable, summary });
  expect(answer.reasons[0]).toMatch(reason);
});
