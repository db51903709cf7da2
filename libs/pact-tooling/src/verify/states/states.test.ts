import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { MatchersV3 } from '@pact-foundation/pact';
import { answering, startServer, type TestServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { asking, writePact } from '../../../test/written-pacts.ts';
import { StateHandlerError, VerificationOptionsError, verifyProvider, type VerifyOptions } from '../index.ts';

const { fromProviderState } = MatchersV3;
const provider = 'Provider';

/** A contract of three interactions: one in two states, one in another, one without any. */
const threeInteractions = () =>
  writePact(async (contract) => {
    await contract
      .addInteraction()
      .given('a user', { id: 7 })
      .given('a role')
      .uponReceiving('the user')
      .withRequest('GET', '/user')
      .willRespondWith(200)
      .executeTest(asking('/user'));
    await contract
      .addInteraction()
      .given('an order')
      .uponReceiving('the order')
      .withRequest('GET', '/order')
      .willRespondWith(200)
      .executeTest(asking('/order'));
    await contract
      .addInteraction()
      .uponReceiving('the time')
      .withRequest('GET', '/time')
      .willRespondWith(200)
      .executeTest(asking('/time'));
  });

/** A contract that takes the id in its path from a state. */
const idFromState = () =>
  writePact((contract) =>
    contract
      .addInteraction()
      .given('a user')
      .uponReceiving('the user')
      .withRequest('GET', fromProviderState('/users/${id}', '/users/1'))
      .willRespondWith(200)
      .executeTest(asking('/users/1')),
  );

const pathsAsked = ({ requests }: TestServer) => requests.map(({ url }) => url).filter((url) => url !== '/');

describe('Provider states', () => {
  it('without a name need no handler', async () => {
    await using written = await writePact((contract) =>
      contract
        .addInteraction()
        .given('')
        .uponReceiving('the time')
        .withRequest('GET', '/time')
        .willRespondWith(200)
        .executeTest(asking('/time')),
    );
    await using server = await startServer(answering(200, {}));
    const { files } = written;
    const { interactions } = await verifyProvider({ provider, providerBaseUrl: server.url, files });
    expect(interactions).toMatchObject([{ providerStates: [], status: 'passed' }]);
  });

  it('and hooks run around every interaction, in their order', async () => {
    await using written = await threeInteractions();
    const events: string[] = [];
    const note = (event: string) => (params?: object) =>
      void events.push(Object.keys(params ?? {}).length > 0 ? `${event} ${JSON.stringify(params)}` : event);
    await using server = await startServer((request, response) => {
      if (request.url !== '/') events.push(`GET ${request.url}`);
      answering(200, {})(request, response);
    });
    await verifyProvider({
      provider,
      providerBaseUrl: server.url,
      files: written.files,
      beforeEach: note('before'),
      afterEach: note('after'),
      stateHandlers: {
        'a user': { setup: note('+user'), teardown: note('-user') },
        'a role': { teardown: note('-role') },
        'an order': note('+order'),
      },
    });
    expect(events).toEqual([
      ...['before', '+order', 'GET /order', 'after'],
      ...['before', 'GET /time', 'after'],
      ...['before', '+user {"id":7}', 'GET /user', '-user {"id":7}', '-role', 'after'],
    ]);
  });

  it.each<[string, Partial<VerifyOptions>, RegExp, string[]]>([
    [
      'beforeEach',
      { beforeEach: () => Promise.reject(new Error('no database')) },
      /beforeEach of "the time": no database/,
      [],
    ],
    [
      'afterEach',
      { afterEach: () => Promise.reject(new Error('still open')) },
      /afterEach of "the time": still open/,
      ['/order', '/time', '/user'],
    ],
  ])('fail with %s, whose place is reported', async (_, hooks, message, paths) => {
    await using written = await threeInteractions();
    await using server = await startServer(answering(200, {}));
    const verifying = verifyProvider({
      provider,
      providerBaseUrl: server.url,
      files: written.files,
      stateHandlers: { 'a user': () => undefined, 'a role': () => undefined, 'an order': () => undefined },
      ...hooks,
    });
    await expect(verifying).rejects.toThrow(StateHandlerError);
    await expect(verifying).rejects.toThrow(message);
    await expect(verifying).rejects.toMatchObject({
      result: { interactions: [{ status: 'failed' }, { status: 'failed' }, { status: 'failed' }] },
    });
    expect(pathsAsked(server)).toEqual(paths);
  });

  it('that were set up are torn down if another setup failed', async () => {
    await using written = await threeInteractions();
    await using server = await startServer(answering(200, {}));
    const events: string[] = [];
    const verifying = verifyProvider({
      provider,
      providerBaseUrl: server.url,
      files: written.files,
      filter: { description: 'the user' },
      afterEach: () => void events.push('after'),
      stateHandlers: {
        'a user': { setup: () => void events.push('+user'), teardown: () => void events.push('-user') },
        'a role': {
          setup: () => Promise.reject(new Error('no roles')),
          teardown: () => void events.push('-role'),
        },
      },
    });
    await expect(verifying).rejects.toThrow('"a role" (setup): no roles');
    expect(events).toEqual(['+user', '-user', 'after']);
    expect(pathsAsked(server)).toEqual([]);
  });

  it('return values for the contract', async () => {
    await using written = await idFromState();
    await using server = await startServer(answering(200, {}));
    await verifyProvider({
      provider,
      providerBaseUrl: server.url,
      files: written.files,
      stateHandlers: { 'a user': () => ({ id: 42 }) },
    });
    expect(pathsAsked(server)).toEqual(['/users/42']);
  });

  it.each([
    ['nothing', () => undefined],
    ['something else', () => ({ ID: 42 })],
  ])('that return %s instead of a value are reported, and the example is not sent', async (_, handler) => {
    await using written = await idFromState();
    await using server = await startServer(answering(200, {}));
    const verifying = verifyProvider({
      provider,
      providerBaseUrl: server.url,
      files: written.files,
      stateHandlers: { 'a user': handler },
    });
    await expect(verifying).rejects.toThrow(StateHandlerError);
    await expect(verifying).rejects.toThrow(
      '"a user" (setup): the contract takes "id" from its provider states',
    );
    expect(pathsAsked(server)).toEqual([]);
  });

  it('are sent to a URL without handlers, like those of Pact’s verifiers', async () => {
    await using written = await idFromState();
    await using server = await startServer(answering(200, {}));
    const changes: string[] = [];
    await using states = await startServer((request, response) => {
      void text(request).then((change) => {
        changes.push(change);
        answering(200, { id: 5 })(request, response);
      });
    });
    const options = { provider, providerBaseUrl: server.url, files: written.files };
    await verifyProvider({ ...options, providerStatesUrl: states.url });
    expect(changes.map((change) => JSON.parse(change) as object)).toEqual([
      { state: 'a user', params: {}, action: 'setup' },
      { state: 'a user', params: {}, action: 'teardown' },
    ]);
    expect(pathsAsked(server)).toEqual(['/users/5']);
  });

  it.each([
    ['refuses', answering(404, 'no such state'), /answered 404: "no such state"/],
    ['gives no value', answering(204, undefined), /takes "id" from its provider states/],
  ])('at a URL that %s fail the interaction', async (_, listener, message) => {
    await using written = await idFromState();
    await using server = await startServer(answering(200, {}));
    await using states = await startServer(listener);
    const options = { provider, providerBaseUrl: server.url, files: written.files };
    const verifying = verifyProvider({ ...options, providerStatesUrl: states.url });
    await expect(verifying).rejects.toThrow(message);
    expect(pathsAsked(server)).toEqual([]);
  });

  it('have their own timeout', async () => {
    await using written = await idFromState();
    await using server = await startServer(answering(200, {}));
    const verifying = verifyProvider({
      provider,
      providerBaseUrl: server.url,
      files: written.files,
      stateHandlers: { 'a user': () => new Promise<void>(() => undefined) },
      timeoutMs: 10_000,
      stateTimeoutMs: 100,
    });
    await expect(verifying).rejects.toThrow('"a user" (setup): it did not finish within 100 ms');
  });

  it('have handlers or a URL, not both', async () => {
    const options = { provider, files: [], stateHandlers: {}, providerStatesUrl: 'http://127.0.0.1:1' };
    await expect(verifyProvider(options)).rejects.toThrow(VerificationOptionsError);
  });
});
