import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { InteractionResult, VerificationResult } from '../../verify/index.ts';
import { printFailures, printSuccess } from './report.ts';

const { log, error } = console;
let said: { readonly log: string[]; readonly error: string[] };
beforeEach(() => {
  said = { log: [], error: [] };
  console.log = (text: string) => void said.log.push(text);
  console.error = (text: string) => void said.error.push(text);
});
afterEach(() => {
  Object.assign(console, { log, error });
});

const one = (
  status: InteractionResult['status'],
  more: Partial<InteractionResult> = {},
): InteractionResult => ({
  consumer: 'C',
  description: `one that ${status}`,
  providerStates: [],
  kind: 'http',
  status,
  mismatches: [],
  ...(status === 'passed'
    ? {}
    : {
        exchange: {
          request: { method: 'GET', path: '/a', headers: {}, body: undefined },
          response: { status: 500, headers: {}, body: undefined },
        },
      }),
  ...more,
});
const result = (
  interactions: InteractionResult[],
  more: Partial<VerificationResult> = {},
): VerificationResult => ({
  success: true,
  interactions,
  leftOut: [],
  published: false,
  text: '',
  ...more,
});

describe('A verification that passed', () => {
  it.each<[InteractionResult[], Partial<VerificationResult>, string]>([
    [[one('passed'), one('passed')], {}, '✅ 2 of 2 interactions passed'],
    [
      [one('passed'), one('pending')],
      {},
      '✅ 1 of 2 interactions passed; 1 pending ones failed, which is allowed',
    ],
    [
      [one('passed')],
      { leftOut: [one('passed'), one('passed')], published: true },
      '✅ 1 of 1 interactions passed; the filter excluded 2; the broker has the results',
    ],
    [[], {}, '✅ 0 of 0 interactions passed'],
  ])('prints how many passed, and other facts: %#', (interactions, more, line) => {
    printSuccess(result(interactions, more));
    expect(said.log).toEqual([line]);
  });

  it('prints request and answer of a pending failure', () => {
    printSuccess(result([one('passed'), one('pending')]));
    expect(said.error).toEqual(['\none that pending (pending)', '  sent: GET /a', '  received: 500']);
  });
});

it('A verification that failed prints the requests and answers of its failures', () => {
  printFailures(
    result([one('passed'), one('failed'), one('failed', { exchange: undefined as never }), one('pending')]),
  );
  expect(said.error).toEqual([
    ...['\none that failed', '  sent: GET /a', '  received: 500'],
    ...['\none that pending (pending)', '  sent: GET /a', '  received: 500'],
  ]);
});
