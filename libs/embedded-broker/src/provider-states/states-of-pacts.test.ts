import { expect, it } from '@jest/globals';
import { parseTree, treeText } from '../pacts/index.ts';
import { providerStates } from './provider-states.ts';

const states = (...pacts: [consumer: string, document: unknown][]) =>
  providerStates(
    pacts.map(([consumer, document]) => ({ consumer, document: parseTree(JSON.stringify(document)) })),
  ).map(({ name, params, consumers }) => [
    name,
    params && (JSON.parse(treeText(params)) as unknown),
    consumers.join(),
  ]);
const withParams = (...params: object[]) => ({
  interactions: params.map((one) => ({ providerStates: [{ name: 's', params: one }] })),
});

it('States are distinguished by their parameters, whatever the order of these', () => {
  expect(states(['A', withParams({ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 2 })])).toEqual([
    ['s', { a: 1, b: 2 }, 'A'],
    ['s', { a: 2 }, 'A'],
  ]);
});

it('A state names each consumer that needs it once, by name, in interactions as in messages', () => {
  const document = {
    interactions: [{ providerState: 'b' }, { providerState: 'b' }],
    messages: [{ providerState: 'a' }, { providerStates: [{ name: 'b' }] }],
  };
  expect(states(['B', { messages: [{ providerState: 'b' }] }], ['A', document])).toEqual([
    ['a', undefined, 'A'],
    ['b', undefined, 'A,B'],
  ]);
});

it('What is not a state is left out', () => {
  const entries = [
    null,
    1,
    {},
    { providerState: 1 },
    { providerStates: 'x' },
    { providerStates: ['x', {}, { name: 1 }] },
  ];
  expect(states(['A', { interactions: entries, messages: {} }], ['B', []], ['C', null])).toEqual([]);
});
