import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { InteractionRun } from '../course.ts';
import type { RawInteraction, RawResult } from '../native/raw-result.ts';
import type { Plan, PlannedInteraction } from '../plan/index.ts';
import { outcomeOf } from './outcome.ts';

type Pending = 'by the broker' | 'by the contract' | 'not at all';
type Trouble = 'with a state' | 'with the filter' | 'none';

const planned = (description: string, pending: Pending = 'not at all') =>
  ({
    description,
    states: [],
    kind: 'http',
    pending: pending === 'by the contract',
    pact: { consumer: 'Consumer', pending: pending === 'by the broker' },
  }) as unknown as PlannedInteraction;

const run = (interaction: PlannedInteraction, trouble: Trouble = 'none'): InteractionRun => ({
  interaction,
  setUp: [],
  values: new Set(),
  failures:
    trouble === 'with a state'
      ? [{ state: 's', action: 'teardown', interaction: 'x', error: new Error('no database') }]
      : [],
  spoiled: trouble === 'with the filter' ? 'the request filter failed: no token' : undefined,
  unanswered: undefined,
  exchange: undefined,
});

const plan = (interactions: readonly PlannedInteraction[]): Plan => ({
  documents: [],
  interactions,
  wanted: interactions,
  empty: [],
  leftOut: [],
});
const raw = (interactionResults: readonly Partial<RawInteraction>[], result = true): RawResult =>
  ({ result, interactionResults, errors: [], output: [] }) as unknown as RawResult;

/** What becomes of a single interaction. */
function statusOf(one: {
  readonly raw?: Partial<RawInteraction> | undefined;
  readonly pending?: Pending;
  readonly allowPending?: boolean;
  readonly trouble?: Trouble;
}) {
  const interaction = planned('x', one.pending);
  const results = 'raw' in one ? [one.raw ?? {}] : [{ result: 'OK' }];
  const runs = [run(interaction, one.trouble)];
  return outcomeOf(raw(results), plan([interaction]), runs, one.allowPending ?? false).interactions[0];
}

describe('An interaction', () => {
  it.each<[string, Parameters<typeof statusOf>[0], object]>([
    ['passes by the word OK', {}, { status: 'passed', mismatches: [] }],
    ['fails by another word', { raw: { result: 'Error' } }, { status: 'failed' }],
    ['fails by another spelling', { raw: { result: 'ok' } }, { status: 'failed' }],
    ['fails without a word', { raw: {} }, { status: 'failed', reason: 'the interaction could not be run' }],
    ['fails by its state handler', { trouble: 'with a state' }, { reason: '"s" (teardown): no database' }],
    [
      'fails by the filter',
      { trouble: 'with the filter' },
      { reason: 'the request filter failed: no token' },
    ],
    ['passes where only the broker would let it fail', { pending: 'by the broker' }, { status: 'passed' }],
    [
      'may fail where the broker says so',
      { raw: { result: 'Error' }, pending: 'by the broker' },
      { status: 'pending', pendingBy: 'broker' },
    ],
    [
      'may not fail only because its contract says so',
      { raw: { result: 'Error' }, pending: 'by the contract' },
      { status: 'failed' },
    ],
    [
      'may fail where its contract says so and that counts',
      { raw: { result: 'Error' }, pending: 'by the contract', allowPending: true },
      { status: 'pending', pendingBy: 'contract' },
    ],
    [
      'may not fail only because that would count',
      { raw: { result: 'Error' }, allowPending: true },
      { status: 'failed' },
    ],
  ])('%s', (_, one, result) => {
    expect(statusOf(one)).toMatchObject(result);
  });

  it.each([
    ['8ms', 8],
    ['1.5s', 1500],
    ['0.25ms', 0.25],
    ['12µs', 0.012],
    ['500ns', 0.0005],
    ['a while', 0],
  ])('that took %s has its time in milliseconds', (duration, durationMs) => {
    expect(statusOf({ raw: { result: 'OK', duration } })).toMatchObject({ durationMs });
  });

  it.each<[Trouble]>([['with a state'], ['with the filter']])(
    'says what went wrong %s rather than what the verifier saw',
    (trouble) => {
      const result = statusOf({
        trouble,
        raw: { result: 'Error', mismatch: { message: 'connection closed' } },
      });
      expect(result?.reason).toMatch(/no database|no token/);
    },
  );
});

it('An interaction without an answer says why there was none', () => {
  const interaction = planned('x');
  const runs = [{ ...run(interaction), unanswered: 'the provider did not answer GET /: socket hang up' }];
  const results = raw([{ result: 'Error', mismatch: { message: 'error sending request' } }]);
  expect(outcomeOf(results, plan([interaction]), runs, false).interactions).toMatchObject([
    { status: 'failed', reason: 'the provider did not answer GET /: socket hang up' },
  ]);
});

describe('A verification', () => {
  const one = fc.record({
    word: fc.constantFrom('OK', 'Error'),
    pending: fc.constantFrom<Pending>('by the broker', 'by the contract', 'not at all'),
    trouble: fc.constantFrom<Trouble>('with a state', 'with the filter', 'none'),
  });

  it('succeeds where the verifier says so and every interaction passed or may fail', () => {
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        fc.boolean(),
        (all, result, allowed) => {
          const interactions = all.map(({ pending }, i) => planned(String(i), pending));
          const runs = all.map(({ trouble }, i) => run(interactions[i]!, trouble));
          const words = all.map(({ word }) => ({ result: word }));
          const outcome = outcomeOf(raw(words, result), plan(interactions), runs, allowed);
          const mayCount = all.map(({ word, pending, trouble }) => {
            if (word === 'OK' && trouble === 'none') return true;
            return pending === 'by the broker' || (pending === 'by the contract' && allowed);
          });
          expect(outcome.interactions.map(({ status }) => status !== 'failed')).toEqual(mayCount);
          expect(outcome.success).toBe(result && mayCount.every(Boolean));
        },
      ),
    );
  });

  it('names what was left out, and has the report without colours', () => {
    const outcome = outcomeOf(
      { ...raw([]), output: ['\u001b[32mfine\u001b[0m', ''] },
      { ...plan([]), leftOut: [planned('left')] },
      [],
      false,
    );
    expect(outcome).toMatchObject({ leftOut: [{ consumer: 'Consumer', description: 'left' }], text: 'fine' });
  });
});
