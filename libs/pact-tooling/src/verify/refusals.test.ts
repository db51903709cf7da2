import { describe, expect, it } from '@jest/globals';
import { PactFileError } from '../pact/index.ts';
import { MissingMessageProviderError, MissingStateHandlerError, VerificationOptionsError } from './errors.ts';
import type { VerifyOptions } from './options.ts';
import type { Plan, PlannedInteraction } from './plan/index.ts';
import { refuseContradictions, refuseUnhandled } from './refusals.ts';

const nothing = () => undefined;
const url = 'http://127.0.0.1:1';

describe('Options', () => {
  it.each<[string, Partial<VerifyOptions>]>([
    ['files and publishing', { files: [], publishResults: true }],
    ['a part by its description and publishing', { filter: { description: 'a' }, publishResults: true }],
    ['a part by its state and publishing', { filter: { state: false }, publishResults: true }],
    ['handlers and an address', { stateHandlers: {}, providerStatesUrl: url }],
    ['functions and an address', { messageProviders: {}, messagesUrl: url }],
  ])('contradict each other: %s', (_, options) => {
    expect(() => refuseContradictions({ provider: 'P', ...options })).toThrow(VerificationOptionsError);
  });

  it.each(['localhost:8080', 'ftp://provider', '', ':', 'http://'])('name no address: %s', (value) => {
    for (const name of ['providerBaseUrl', 'providerStatesUrl', 'messagesUrl']) {
      expect(() => refuseContradictions({ provider: 'P', [name]: value })).toThrow(
        new VerificationOptionsError(`"${name}" is "${value}", which is not a valid http(s) URL.`),
      );
    }
  });

  it.each<[string, Partial<VerifyOptions>]>([
    ['files', { files: ['a'] }],
    ['files and not publishing', { files: ['a'], publishResults: false }],
    ['a part', { filter: { description: 'a' } }],
    ['whole contracts and publishing', { filter: { consumer: 'C' }, publishResults: true }],
    ['handlers and an address of messages', { stateHandlers: {}, messagesUrl: url }],
    ['functions and an address of states', { messageProviders: {}, providerStatesUrl: url }],
  ])('are compatible: %s', (_, options) => {
    expect(() => refuseContradictions({ provider: 'P', ...options })).not.toThrow();
  });
});

const plan = (...interactions: Partial<PlannedInteraction>[]): Pick<Plan, 'interactions'> => ({
  interactions: interactions.map(
    (one) =>
      ({
        description: 'it',
        states: [],
        kind: 'http',
        pact: { source: 'pact.json', plugins: [] },
        ...one,
      }) as never,
  ),
});
const states = (...names: string[]) => names.map((name) => ({ name, params: '' }));
const plugin = { source: 'pact.json', plugins: [{ name: 'protobuf', version: '1' }] } as never;
const grpc = { kind: 'sync-message', transport: 'grpc', pact: plugin } as const;

/** What is said against a contract of these interactions. */
const refuse = (interactions: Partial<PlannedInteraction>[], options: Partial<VerifyOptions>) => () =>
  refuseUnhandled(plan(...interactions), { provider: 'P', providerBaseUrl: url, ...options });

describe('A contract', () => {
  it.each<[string, Partial<PlannedInteraction>[], Partial<VerifyOptions>]>([
    [
      'with handlers for all states',
      [{ states: states('a', 'b') }],
      { stateHandlers: { a: nothing, b: nothing } },
    ],
    ['with an address for its states', [{ states: states('a') }], { providerStatesUrl: url }],
    [
      'with a function for its message',
      [{ kind: 'message' }],
      { messageProviders: { it: nothing }, providerBaseUrl: undefined },
    ],
    [
      'with an address for its messages',
      [{ kind: 'sync-message' }],
      { messagesUrl: url, providerBaseUrl: undefined },
    ],
    [
      'with a message of another transport',
      [{ kind: 'message', transport: 'kafka' }],
      { messageProviders: { it: nothing } },
    ],
    [
      'with a message of a plugin from a function',
      [{ ...grpc, transport: 'message' }],
      { messageProviders: { it: nothing } },
    ],
    [
      'with a port for its transport',
      [grpc],
      { transports: [{ protocol: 'grpc', port: 1 }], providerBaseUrl: undefined },
    ],
    ['with an odd method that Node knows', [{ method: 'PURGE' }, { method: 'purge' }], {}],
  ])('is accepted %s', (_, interactions, options) => {
    expect(refuse(interactions, options)).not.toThrow();
  });

  it.each<
    [string, Partial<PlannedInteraction>[], Partial<VerifyOptions>, new (...args: never[]) => Error, RegExp]
  >([
    [
      'states without handlers',
      [{ states: states('a', 'b') }, { states: states('b', 'c') }],
      { stateHandlers: { a: nothing } },
      MissingStateHandlerError,
      /for "b", "c"\. Add them .* for: "a"\./,
    ],
    [
      'a message without a function',
      [{ kind: 'message' }, { kind: 'message' }],
      { messageProviders: { other: nothing } },
      MissingMessageProviderError,
      /for "it"\. Add one .* for: "other"\./,
    ],
    [
      'a message without any function',
      [{ kind: 'message' }],
      {},
      MissingMessageProviderError,
      /for: no message\./,
    ],
    ['a transport without a port', [grpc], {}, VerificationOptionsError, /pact\.json uses "grpc" .*\("it"\)/],
    [
      'another transport with a port',
      [grpc],
      { transports: [{ protocol: 'other', port: 1 }] },
      VerificationOptionsError,
      /"grpc"/,
    ],
    [
      'requests without an address',
      [{}],
      { providerBaseUrl: undefined },
      VerificationOptionsError,
      /"providerBaseUrl" is missing/,
    ],
    [
      'a method that Node does not know',
      [{ method: 'WONDER' }],
      {},
      PactFileError,
      /the method WONDER of "it"/,
    ],
    ['a method that is not a request', [{ method: 'connect' }], {}, PactFileError, /the method connect/],
  ])('is refused with %s', (_, interactions, options, type, message) => {
    expect(refuse(interactions, options)).toThrow(type);
    expect(refuse(interactions, options)).toThrow(message);
  });
});
