import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseTree, treeText, type JsonTree } from './json-tree.ts';
import { mergePacts } from './merge.ts';

const request = { method: 'GET', path: '/a', query: 'q=1', headers: { A: '1' }, body: { a: 1 } };
const interaction = { description: 'd', providerState: 's', request, response: { status: 200 } };

const tree = (value: unknown): JsonTree => parseTree(JSON.stringify(value));
const merged = (before: unknown, after: unknown): unknown => {
  const result = mergePacts(tree(before), tree(after));
  return result === undefined ? undefined : JSON.parse(treeText(result));
};
const pact = (...interactions: unknown[]) => ({ consumer: { name: 'C' }, interactions });

describe('Merging a pact into another', () => {
  it.each<[string, object]>([
    ['method', { method: 'POST' }],
    ['path', { path: '/b' }],
    ['query', { query: 'q=2' }],
    ['query, which is missing', { query: undefined }],
    ['headers', { headers: { A: '2' } }],
    ['headers, which are missing', { headers: undefined }],
    ['body', { body: { a: 2 } }],
    ['body, which is missing', { body: undefined }],
  ])('is a contradiction where the same interaction has another %s', (_, change) => {
    expect(
      merged(pact(interaction), pact({ ...interaction, request: { ...request, ...change } })),
    ).toBeUndefined();
    expect(
      merged(pact({ ...interaction, request: { ...request, ...change } }), pact(interaction)),
    ).toBeUndefined();
  });

  it('is a contradiction even where only one of several interactions is', () => {
    const other = { ...interaction, description: 'e' };
    const changed = { ...interaction, request: { ...request, path: '/b' } };
    expect(merged(pact(interaction), pact(other, changed))).toBeUndefined();
  });

  it.each<[string, object]>([
    ['response', { response: { status: 201 } }],
    ['order of keys', { request: Object.fromEntries(Object.entries(request).toReversed()) }],
    ['field that a request does not have', { request: { ...request, matchingRules: {} } }],
  ])('takes over an interaction with another %s in the place of the old one', (_, change) => {
    const other = { ...interaction, description: 'e' };
    const changed = { ...interaction, ...change };
    expect(merged(pact(interaction, other), pact(changed))).toEqual(pact(changed, other));
  });

  it.each<[string, object]>([
    ['description', { description: 'e' }],
    ['state', { providerState: 't' }],
    ['state, which is missing', { providerState: undefined }],
    ['spelling of its state', { providerState: undefined, provider_state: 't' }],
    ['list of states', { providerState: undefined, providerStates: [{ name: 's' }] }],
  ])('puts an interaction with another %s behind the others, whatever its request', (_, change) => {
    const added = { ...interaction, ...change, request: { method: 'PUT', path: '/' } };
    expect(merged(pact(interaction), pact(added))).toEqual(pact(interaction, stored(added)));
  });

  it('distinguishes states by their parameters, not by the order of keys', () => {
    const state = (params: object) => ({
      ...interaction,
      providerState: undefined,
      providerStates: [{ name: 's', params }],
    });
    const same = { ...state({ b: 2, a: 1 }), response: { status: 201 } };
    const before = pact(state({ a: 1, b: 2 }));
    expect(merged(before, pact(same))).toEqual(stored(pact(same)));
    expect(merged(before, pact(state({ a: 1, b: 3 })))).toMatchObject({ interactions: [{}, {}] });
  });

  it('keeps what else the old one says', () => {
    const before = { ...pact(interaction), metadata: { a: 1 } };
    const after = { consumer: { name: 'D' }, interactions: [], metadata: { a: 2 } };
    expect(merged(before, after)).toEqual(before);
  });

  it.each([
    [pact(), { messages: [] }],
    [{ messages: [] }, pact()],
    [[], pact()],
    [pact(), []],
  ])('is none of %j and %j', (before, after) => {
    expect(merged(before, after)).toBeUndefined();
  });

  it('holds all of both, and changes nothing the second time', () => {
    const some = fc.uniqueArray(
      fc.record({
        description: fc.constantFrom('a', 'b', 'c', 'd'),
        request: fc.constant(request),
        response: fc.record({ status: fc.integer({ min: 200, max: 202 }) }),
      }),
      { selector: ({ description }) => description },
    );
    fc.assert(
      fc.property(some, some, (before, after) => {
        const result = merged(pact(...before), pact(...after)) as { interactions: typeof before };
        const kept = before.filter(
          (old) => !after.some(({ description }) => description === old.description),
        );
        expect(result.interactions).toEqual(expect.arrayContaining([...after, ...kept]));
        expect(result.interactions).toHaveLength(after.length + kept.length);
        expect(merged(result, pact(...after))).toEqual(result);
      }),
    );
  });
});

/** As it is after it was stored: without what is undefined. */
function stored(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
