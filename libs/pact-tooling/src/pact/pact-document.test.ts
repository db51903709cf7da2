import { describe, expect, it } from '@jest/globals';
import { PactFileError } from './errors.ts';
import { pactDocument } from './pact-document.ts';

const names = { consumer: { name: 'C' }, provider: { name: 'P' } };
const read = (json: object) => pactDocument({ ...names, ...json }, 'pact.json');
/** The only interaction of a pact, as it is understood. */
const only = (one: object) => read({ interactions: [{ description: 'd', ...one }] }).interactions[0];
const state = (name: string, params = '') => ({ name, params });

describe('A pact', () => {
  it.each<[string, unknown]>([
    ['no object', 1],
    ['null', null],
    ['no provider', { consumer: { name: 'C' } }],
    ['no consumer', { provider: { name: 'P' } }],
    ['a provider without a name', { consumer: { name: 'C' }, provider: {} }],
    ['a number for a name', { ...names, consumer: { name: 1 } }],
    ['interactions that are no list', { ...names, interactions: {} }],
    ['messages that are no list', { ...names, messages: 'm' }],
    ['plugins that are no list', { ...names, metadata: { plugins: {} } }],
  ])('is an error with %s', (_, json) => {
    expect(() => pactDocument(json, 'pact.json')).toThrow(PactFileError);
    expect(() => pactDocument(json, 'pact.json')).toThrow('pact.json');
  });

  it('has its names, its interactions, then its messages, and its plugins', () => {
    const plugins = [{ name: 'protobuf', version: '1', configuration: {} }, {}];
    const pact = read({
      messages: [{ description: 'm', type: 'Synchronous/Messages' }],
      interactions: [{ description: 'i' }],
      metadata: { plugins },
    });
    expect(pact).toMatchObject({
      source: 'pact.json',
      consumer: 'C',
      provider: 'P',
      interactions: [
        { description: 'i', kind: 'http', list: 'interactions' },
        { description: 'm', kind: 'message', list: 'messages' },
      ],
      plugins: [
        { name: 'protobuf', version: '1' },
        { name: '', version: '' },
      ],
    });
  });

  it.each([[{}], [{ interactions: null, messages: null, metadata: null }], [{ interactions: [] }]])(
    'may have nothing in it: %j',
    (json) => {
      expect(read(json)).toMatchObject({ interactions: [], plugins: [] });
    },
  );
});

describe('The states of an interaction', () => {
  it.each<[string, object, object[]]>([
    ['none', {}, []],
    ['none, by null', { providerState: null, providerStates: null }, []],
    ['an empty one of specification 2', { providerState: '' }, []],
    ['one of specification 2', { providerState: 'a' }, [state('a')]],
    ['one in the place of a list', { providerStates: 'a' }, [state('a')]],
    ['an empty text in the place of a list', { providerStates: '' }, []],
    ['an empty one of later specifications', { providerStates: [{ name: '' }] }, []],
    [
      'an empty one with parameters',
      { providerStates: [{ name: '', params: { id: 1 } }] },
      [state('', '{"id":1}')],
    ],
    ['several', { providerStates: [{ name: 'a' }, { name: 'b' }] }, [state('a'), state('b')]],
    ['one with parameters', { providerStates: [{ name: 'a', params: { id: 1 } }] }, [state('a', '{"id":1}')]],
    ['one with none', { providerStates: [{ name: 'a', params: {} }] }, [state('a')]],
    ['one with null for them', { providerStates: [{ name: 'a', params: null }] }, [state('a')]],
  ])('are %s', (_, one, states) => {
    expect(only(one)?.states).toEqual(states);
  });

  it.each([
    [{ providerStates: {} }],
    [{ providerStates: ['a'] }],
    [{ providerStates: [{}] }],
    [{ providerStates: [null] }],
  ])('are an error in %j', (one) => {
    expect(() => only(one)).toThrow(PactFileError);
    expect(() => only(one)).toThrow('the provider states of "d"');
  });
});

describe('An interaction', () => {
  it.each<[object, object]>([
    [{ type: 'Synchronous/HTTP' }, { kind: 'http' }],
    [{ type: 'Asynchronous/Messages' }, { kind: 'message' }],
    [{ type: 'Synchronous/Messages' }, { kind: 'sync-message' }],
    [{}, { kind: 'http', id: undefined, transport: undefined, method: undefined, pending: false }],
    [
      { _id: 'x', transport: 'grpc', request: { method: 'PUT' } },
      { id: 'x', transport: 'grpc', method: 'PUT' },
    ],
    [{ description: 1 }, { description: '' }],
    [{ pending: true }, { pending: true }],
    [{ pending: 'false' }, { pending: false }],
    [{ pending: 1 }, { pending: false }],
    [
      { request: { generators: { path: { type: 'ProviderState', expression: '/${id}' } } } },
      { stateValues: ['id'] },
    ],
  ])('is read: %j', (one, understood) => {
    expect(only(one)).toMatchObject(understood);
  });

  it.each<[object, string | undefined]>([
    [{}, undefined],
    [{ contents: { contentType: 'a/b' }, metadata: { contentType: 'c/d' } }, 'a/b'],
    [{ metadata: { contentType: 'c/d' } }, 'c/d'],
    [{ metaData: { contentType: 'e/f' } }, 'e/f'],
    [{ contents: 'text', metadata: { contentType: 1 } }, undefined],
    [
      { request: { contents: { contentType: 'a/b' } }, response: [{ contents: { contentType: 'g/h' } }] },
      'g/h',
    ],
    [{ contents: { contentType: 'a/b' }, response: [] }, undefined],
  ])('has the content type of its message: %j', (one, contentType) => {
    expect(only(one)?.contentType).toBe(contentType);
  });
});
