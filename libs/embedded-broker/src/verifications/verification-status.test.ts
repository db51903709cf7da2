import { expect, it } from '@jest/globals';
import { verificationStatus, type StatusResult } from './verification-status.ts';

const result = (pactVersionId: number, success: boolean, pactPending = false): StatusResult => ({
  pactVersionId,
  success,
  pactPending,
});

it.each([
  [undefined, 'never'],
  [result(7, true), 'success'],
  [result(7, true, true), 'success'],
  [result(6, true), 'stale'],
  [result(6, true, true), 'stale'],
  [result(7, false), 'failed'],
  [result(6, false), 'failed'],
  [result(7, false, true), 'failed_pending'],
  [result(6, false, true), 'failed_pending'],
])('A pact with the content 7 and the last result %j: %s', (last, status) => {
  expect(verificationStatus(7, last)).toBe(status);
});
