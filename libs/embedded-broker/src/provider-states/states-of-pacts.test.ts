import { expect, it } from '@jest/globals';
import { treeText } from '../pacts/index.ts';
import { providerStates } from './provider-states.ts';

const text = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
/** The states of entries, each with its consumer. */
const states = (
  ...entries: [consumer: string, entry: { providerState?: unknown; providerStates?: unknown }][]
) =>
  providerStates(
    entries.map(([consumer, { providerState, providerStates }]) => ({
      consumer,
      state: text(providerState),
      states: text(providerStates),
    })),
  ).map(({ name, params, consumers }) => [
    name,
    params && (JSON.parse(treeText(params)) as unknown),
    consumers.join(),
  ]);
const withParams = (params: object) => ({ providerStates: [{ name: 's', params }] });

it('States are distinguished by their parameters, whatever the order of these', () => {
  expect(
    states(['A', withParams({ a: 1, b: 2 })], ['A', withParams({ b: 2, a: 1 })], ['A', withParams({ a: 2 })]),
  ).toEqual([
    ['s', { a: 1, b: 2 }, 'A'],
    ['s', { a: 2 }, 'A'],
  ]);
});

it('A state names each consumer that needs it once, by name', () => {
  const entries = [
    ['B', { providerState: 'b' }],
    ['A', { providerState: 'b' }],
    ['A', { providerState: 'b' }],
    ['A', { providerState: 'a' }],
    ['A', { providerStates: [{ name: 'b' }] }],
  ] as const;
  expect(states(...entries.map(([consumer, entry]): [string, object] => [consumer, entry]))).toEqual([
    ['a', undefined, 'A'],
    ['b', undefined, 'A,B'],
  ]);
});

it('What is not a state is left out', () => {
  const entries = [
    {},
    { providerState: 1 },
    { providerState: null },
    { providerStates: 'x' },
    { providerStates: ['x', {}, { name: 1 }, null] },
  ];
  expect(states(...entries.map((entry): [string, object] => ['A', entry]))).toEqual([]);
});
