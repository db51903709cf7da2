import { runInThisContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BrokerResponseError, BrokerUnreachableError } from '@pact-workshop/broker-client';
import { forwardTo } from '@pact-workshop/broker-client/test/forwarding-server.ts';
import {
  answering,
  deadUrl,
  startServer,
  type TestServer,
} from '@pact-workshop/broker-client/test/http-server.ts';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import type { Response } from 'express';
import { pact, type FixtureInteraction } from '../../test/pact-fixtures.ts';
import { canIDeploy } from '../can-i-deploy/index.ts';
import { recordDeployment } from '../environments/index.ts';
import { DuplicateInteractionError, PactFileError } from '../pact/index.ts';
import { publishPacts } from '../publish/index.ts';
import { describeVersion } from '../versions/index.ts';
import {
  MissingStateHandlerError,
  NoPactsError,
  ProviderUnreachableError,
  RequestFilterError,
  ResultNotPublishedError,
  StateHandlerError,
  VerificationFailedError,
  VerificationOptionsError,
  verifyProvider,
  type VerifyOptions,
} from './index.ts';

const thing: FixtureInteraction = { description: 'a thing', state: 'it exists', body: { name: 'x' } };
const good = answering(200, { name: 'x' });
const stateHandlers = { 'it exists': () => undefined };
const provider = 'Provider';

async function rejectionOf<E extends Error>(
  promise: Promise<unknown>,
  type: new (...args: never[]) => E,
): Promise<E> {
  try {
    await promise;
  } catch (error) {
    expect(error).toBeInstanceOf(type);
    return error as E;
  }
  throw new Error('it did not reject');
}

/** Verifies a pact file with these interactions. */
async function verifyFile(
  interactions: readonly FixtureInteraction[],
  options: Partial<VerifyOptions> & { readonly listener?: Parameters<typeof startServer>[0] } = {},
) {
  await using directory = await temporaryDirectory();
  await using server = await startServer(options.listener ?? good);
  const file = await directory.write('pact.json', pact(interactions));
  return await verifyProvider({
    provider,
    providerBaseUrl: server.url,
    stateHandlers,
    files: [file],
    ...options,
  });
}

describe('Verifying a provider from pact files', () => {
  it('returns a typed result, an entry for each interaction', async () => {
    const result = await verifyFile([thing, { description: 'no state' }]);
    expect(result).toMatchObject({ success: true, published: false });
    const passed = {
      consumer: 'Consumer',
      kind: 'http',
      status: 'passed',
      durationMs: expect.any(Number) as unknown,
      mismatches: [],
    };
    expect(result.interactions).toEqual([
      { ...passed, description: 'a thing', providerStates: ['it exists'] },
      { ...passed, description: 'no state', providerStates: [] },
    ]);
    expect(result.text).toContain('a thing');

    expect(result.text).not.toMatch(/\u001b/);
  });

  it('fails with the mismatches as data if the provider does not meet the contract', async () => {
    const verifying = verifyFile([thing, { description: 'a teapot', status: 418 }], {
      listener: answering(200, { nick: 'x' }),
    });
    const { result, message } = await rejectionOf(verifying, VerificationFailedError);
    expect(result.success).toBe(false);
    const byName = new Map(result.interactions.map((one) => [one.description, one]));
    expect(byName.get('a teapot')).toMatchObject({
      status: 'failed',
      mismatches: [
        { type: 'StatusMismatch', expected: 418, actual: 200, description: 'expected 418 but was 200' },
      ],
    });
    expect(byName.get('a thing')?.mismatches[0]).toMatchObject({ type: 'BodyMismatch', path: '$' });
    expect(message).toContain('2 of 2 interactions failed');
    expect(message).toContain('name');

    expect(message).not.toMatch(/\u001b/);
  });

  it('does not start if a state has no handler, which it names', async () => {
    const error = await rejectionOf(
      verifyFile([thing], { stateHandlers: { other: () => undefined } }),
      MissingStateHandlerError,
    );
    expect(error.states).toEqual(['it exists']);
    expect(error.message).toContain('"it exists"');
  });

  it.each(['constructor', '__proto__'])('does not use %s as a handler', async (state) => {
    await rejectionOf(verifyFile([{ ...thing, state }], { stateHandlers: {} }), MissingStateHandlerError);
  });

  it('fails if a state handler throws, and names the state', async () => {
    const throwing = { 'it exists': () => Promise.reject(new Error('the table is locked')) };
    const error = await rejectionOf(verifyFile([thing], { stateHandlers: throwing }), StateHandlerError);
    expect(error.states).toEqual(['it exists']);
    expect(error.message).toContain('"it exists"');
    expect(error.message).toContain('the table is locked');
    expect(error.result.interactions).toMatchObject([{ status: 'failed' }]);
  });

  it('fails if a teardown throws', async () => {
    const handlers = { 'it exists': { teardown: () => Promise.reject(new Error('still in use')) } };
    const error = await rejectionOf(verifyFile([thing], { stateHandlers: handlers }), StateHandlerError);
    expect(error.message).toContain('(teardown): still in use');
  });

  it.each([
    ['returns a value that can’t be sent', () => ({ value: 1n }), /BigInt/],
    [
      'throws something odd',
      () => {
        throw Object.create(null);
      },
      /null prototype/,
    ],
    ['does not finish', () => new Promise<void>(() => undefined), /did not finish within 300 ms/],
  ])('fails if a state handler %s', async (_, handler, message) => {
    const verifying = verifyFile([thing], {
      stateHandlers: { 'it exists': handler as () => void },
      timeoutMs: 300,
    });
    const error = await rejectionOf(verifying, StateHandlerError);
    expect(error.message).toMatch(message);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no token');
      },
      'no token',
    ],
    ['rejects', () => Promise.reject(new Error('no token')), 'no token'],
    [
      'answers itself',
      (_request: unknown, response: { status(code: number): { end(): void } }) => response.status(500).end(),
      'the provider was never asked',
    ],
  ])(
    'fails if the request filter %s, even if the contract expects that answer',
    async (_, requestFilter, message) => {
      const options = {
        requestFilter: requestFilter as unknown as NonNullable<VerifyOptions['requestFilter']>,
      };
      const verifying = verifyFile([{ description: 'an error', status: 500 }], options);
      expect((await rejectionOf(verifying, RequestFilterError)).message).toContain(message);
    },
  );

  it('fails if the request filter does not pass the request on', async () => {
    const verifying = verifyFile([{ description: 'a thing' }], {
      requestFilter: () => undefined,
      timeoutMs: 300,
    });
    const { message } = await rejectionOf(verifying, RequestFilterError);
    expect(message).toContain('did not pass the request on within 300 ms');
  });

  it('fails for an interaction that the pact itself marks as pending', async () => {
    await using directory = await temporaryDirectory();
    await using server = await startServer(answering(500, {}));
    const document = pact([{ description: 'a thing' }]) as { interactions: object[] };
    const file = await directory.write('pact.json', {
      ...document,
      interactions: document.interactions.map((one) => ({ ...one, pending: true })),
    });
    const options = { provider, providerBaseUrl: server.url, files: [file] };
    await rejectionOf(verifyProvider(options), VerificationFailedError);
    await expect(verifyProvider({ ...options, enablePending: true })).resolves.toMatchObject({
      interactions: [{ status: 'pending' }],
    });
  });

  it.each([
    ['no interaction', { interactions: [] }, NoPactsError],
    ['interactions that are not a list', { interactions: { a: 1 } }, PactFileError],
    [
      'states that can’t be read',
      { interactions: [{ description: 'x', providerStates: ['s'] }] },
      PactFileError,
    ],
  ])('does not pass a pact with %s', async (_, content, error) => {
    await using directory = await temporaryDirectory();
    await using server = await startServer(good);
    const file = await directory.write('pact.json', { ...pact([]), ...content });
    await rejectionOf(
      verifyProvider({ provider, providerBaseUrl: server.url, files: [file] }),
      error as new () => Error,
    );
  });

  it('distinguishes equal states with different parameters', async () => {
    await using directory = await temporaryDirectory();
    await using server = await startServer(good);
    const document = pact([thing]) as { interactions: object[] };
    const withId = (id: number) =>
      document.interactions.map((one) => ({
        ...one,
        providerStates: [{ name: 'it exists', params: { id } }],
      }));
    const file = await directory.write('pact.json', {
      ...document,
      interactions: [...withId(1), ...withId(2)],
    });
    const seen: unknown[] = [];
    await verifyProvider({
      provider,
      providerBaseUrl: server.url,
      files: [file],
      stateHandlers: { 'it exists': ({ id }) => void seen.push(id) },
    });
    expect(seen).toEqual([1, 2]);
  });

  it('uses a state’s values in the request, and sets up several states in their order', async () => {
    await using directory = await temporaryDirectory();
    await using server = await startServer(good);
    const document = pact([{ description: 'a thing' }]) as { interactions: { request: object }[] };
    const file = await directory.write('pact.json', {
      ...document,
      interactions: document.interactions.map((one) => ({
        ...one,
        providerStates: [{ name: 'first' }, { name: 'second' }],
        request: {
          ...one.request,
          generators: { path: { type: 'ProviderState', expression: '/thing/${id}', dataType: 'STRING' } },
        },
      })),
    });
    const seen: string[] = [];
    const handlers = {
      first: () => void seen.push('first'),
      second: async () => {
        await Promise.resolve();
        seen.push('second');
        return { id: 77 };
      },
    };
    const { interactions } = await verifyProvider({
      provider,
      providerBaseUrl: server.url,
      files: [file],
      stateHandlers: handlers,
    });
    expect(interactions).toMatchObject([{ providerStates: ['first', 'second'], status: 'passed' }]);
    expect(seen).toEqual(['first', 'second']);
    expect(server.requests.map(({ url }) => url)).toContain('/thing/77');
  });

  it('sets the state up before the request and tears it down after it', async () => {
    const events: string[] = [];
    const note = (event: string) => () => void events.push(event);
    await verifyFile([thing], {
      stateHandlers: { 'it exists': { setup: note('setup'), teardown: note('teardown') } },
      requestFilter: (_request, _response, next) => {
        events.push('request');
        next();
      },
    });
    expect(events).toEqual(['setup', 'request', 'teardown']);
  });

  it('fails at once if the provider is down', async () => {
    const url = await deadUrl();
    const error = await rejectionOf(verifyFile([thing], { providerBaseUrl: url }), ProviderUnreachableError);
    expect(error.message).toContain(url);
    expect(error.message).toContain('ECONNREFUSED');
  });

  it('refuses a pact with two interactions that can’t be distinguished', async () => {
    const error = await rejectionOf(
      verifyFile([thing, { ...thing, path: '/other' }]),
      DuplicateInteractionError,
    );
    expect(error.message).toContain('"a thing"');
    expect(error.message).toContain('"it exists"');
  });

  it('accepts the same description with another state', async () => {
    const handlers = { ...stateHandlers, 'another state': () => undefined };
    const { interactions } = await verifyFile([thing, { ...thing, state: 'another state' }], {
      stateHandlers: handlers,
    });
    expect(interactions).toHaveLength(2);
  });

  it('ignores pacts of other providers, and fails if there are no others', async () => {
    await rejectionOf(verifyFile([thing], { provider: 'Somebody' }), NoPactsError);
    await expect(verifyFile([thing], { provider: 'Somebody', allowNoPacts: true })).resolves.toMatchObject({
      success: true,
      interactions: [],
    });
  });

  it('refuses to publish results of files', async () => {
    await rejectionOf(verifyFile([thing], { publishResults: true }), VerificationOptionsError);
  });

  it('ignores the variables of the native verifier', async () => {
    const variables = {
      PACT_BROKER_PUBLISH_VERIFICATION_RESULTS: 'true',
      HTTP_PROXY: await deadUrl(),
      http_proxy: await deadUrl(),
      PACT_BROKER_BASE_URL: await deadUrl(),
      PACT_DESCRIPTION: 'another',
      PACT_PROVIDER_STATE: 'none',
    };
    // Jest gives tests a copy of the environment; native code reads the process's own.
    const ofTheProcess = runInThisContext('process.env') as NodeJS.ProcessEnv;
    for (const env of [process.env, ofTheProcess]) Object.assign(env, variables);
    try {
      const { interactions } = await verifyFile([thing, { description: 'no state' }]);
      expect(interactions).toHaveLength(2);
      expect(process.env['PACT_DESCRIPTION']).toBe('another');
    } finally {
      for (const name of Object.keys(variables)) {
        delete process.env[name];
        delete ofTheProcess[name];
      }
    }
  });
});

/** Publishes a pact with these interactions for a consumer version on a branch. */
async function publish(
  broker: string,
  version: string,
  interactions: readonly FixtureInteraction[],
  branch = 'main',
) {
  await using directory = await temporaryDirectory();
  const file = await directory.write('pact.json', pact(interactions));
  return await publishPacts({ broker, files: [file], version, branch });
}

const asVersion = (providerVersion: string) => ({
  provider,
  stateHandlers,
  providerVersion,
  providerBranch: 'main',
});

describe('Verifying a provider from a broker', () => {
  it('publishes the results, so that the broker says yes', async () => {
    await using broker = await startBroker();
    await using server = await startServer(good);
    await publish(broker.url, '1', [thing]);
    const result = await verifyProvider({
      ...asVersion('7'),
      providerBaseUrl: server.url,
      broker: broker.url,
      publishResults: true,
    });
    expect(result).toMatchObject({ success: true, published: true });
    const { deployable, rows } = await canIDeploy({
      broker: broker.url,
      pacticipant: 'Consumer',
      version: '1',
    });
    expect(deployable).toBe(true);
    expect(rows).toMatchObject([{ provider: { name: provider, version: '7' }, success: true }]);
  });

  it('also publishes a failure, so that the broker says no', async () => {
    await using broker = await startBroker();
    await using server = await startServer(answering(200, {}));
    await publish(broker.url, '1', [thing]);
    const options = {
      ...asVersion('7'),
      providerBaseUrl: server.url,
      broker: broker.url,
      publishResults: true,
    };
    const { result } = await rejectionOf(verifyProvider(options), VerificationFailedError);
    expect(result.published).toBe(true);
    const { deployable } = await canIDeploy({ broker: broker.url, pacticipant: provider, version: '7' });
    expect(deployable).toBe(false);
  });

  it('never publishes a success if a state handler threw', async () => {
    await using broker = await startBroker();
    await using server = await startServer(good);
    await publish(broker.url, '1', [thing]);
    const handlers = { 'it exists': () => Promise.reject(new Error('no')) };
    const options = {
      ...asVersion('7'),
      providerBaseUrl: server.url,
      broker: broker.url,
      publishResults: true,
    };
    await rejectionOf(verifyProvider({ ...options, stateHandlers: handlers }), StateHandlerError);
    const { deployable } = await canIDeploy({ broker: broker.url, pacticipant: 'Consumer', version: '1' });
    expect(deployable).toBe(false);
  });

  it.each<[string, VerifyOptions['requestFilter']]>([
    [
      'threw',
      () => {
        throw new Error('no token');
      },
    ],
    ['passed an error on', (_request, _response, next) => next(new Error('no token'))],
    ['answered itself', (_request, response: Response) => void response.status(500).json({})],
  ])('never publishes a success if the request filter %s', async (_, requestFilter) => {
    await using broker = await startBroker();
    await using server = await startServer(good);
    await publish(broker.url, '1', [{ description: 'an error', status: 500 }]);
    const verifying = verifyProvider({
      ...asVersion('7'),
      providerBaseUrl: server.url,
      broker: broker.url,
      publishResults: true,
      requestFilter,
    });
    const { result } = await rejectionOf(verifying, RequestFilterError);
    expect(result.interactions).toMatchObject([{ status: 'failed' }]);
    const { deployable } = await canIDeploy({ broker: broker.url, pacticipant: 'Consumer', version: '1' });
    expect(deployable).toBe(false);
    expect(server.requests.map(({ url }) => url)).toEqual(['/']);
  });

  it('never publishes a success if the request filter failed after it passed the request on', async () => {
    await using broker = await startBroker();
    await using server = await startServer(good);
    await publish(broker.url, '1', [thing]);
    const verifying = verifyProvider({
      ...asVersion('7'),
      providerBaseUrl: server.url,
      broker: broker.url,
      publishResults: true,
      requestFilter: async (_request, _response, next) => {
        next();
        await Promise.reject(new Error('too late'));
      },
    });
    const { result } = await rejectionOf(verifying, RequestFilterError);
    expect(result.interactions).toMatchObject([
      { status: 'failed', reason: 'the request filter failed: too late' },
    ]);
    const { deployable } = await canIDeploy({ broker: broker.url, pacticipant: 'Consumer', version: '1' });
    expect(deployable).toBe(false);
  });

  it('publishes only if asked to', async () => {
    await using broker = await startBroker();
    await using server = await startServer(good);
    await publish(broker.url, '1', [thing]);
    await verifyProvider({ ...asVersion('7'), providerBaseUrl: server.url, broker: broker.url });
    const { deployable } = await canIDeploy({ broker: broker.url, pacticipant: 'Consumer', version: '1' });
    expect(deployable).toBeNull();
  });

  it('fails if the broker did not accept a result', async () => {
    await using broker = await startBroker();
    await using server = await startServer(good);
    await publish(broker.url, '1', [thing]);
    // A broker that loses what is published, and says that all is well.
    await using lossy = await forwardTo(broker.url, {
      around: async ({ method, url }, forward) =>
        method === 'POST' && url?.endsWith('/verification-results')
          ? new Response('{}', { status: 201 })
          : await forward(),
    });
    const options = {
      ...asVersion('7'),
      providerBaseUrl: server.url,
      broker: lossy.url,
      publishResults: true,
    };
    const { message } = await rejectionOf(verifyProvider(options), ResultNotPublishedError);
    expect(message).toContain('Pact between Consumer (1) and Provider');
  });

  describe('chooses pacts', () => {
    let broker: RunningBroker;
    let server: TestServer;
    beforeAll(async () => {
      broker = await startBroker();
      server = await startServer(good);
      await publish(broker.url, '1', [{ description: 'live' }]);
      await recordDeployment({
        broker: broker.url,
        pacticipant: 'Consumer',
        version: '1',
        environment: 'production',
      });
      await publish(broker.url, '2', [{ description: 'on main' }]);
      await publish(broker.url, '3', [{ description: 'on a branch' }], 'feature');
    });
    afterAll(async () => {
      await server[Symbol.asyncDispose]();
      await broker.close();
    });
    it.each([
      ['of main branches and of what is live by default', { providerBranch: 'main' }, ['live', 'on main']],
      ['of the provider’s own branch too', { providerBranch: 'feature' }, ['live', 'on a branch', 'on main']],
      ['by the selectors given', { selectors: [{ branch: 'feature' }] }, ['on a branch']],
    ])('%s', async (_, options, expected) => {
      const verifying = verifyProvider({
        ...asVersion('7'),
        providerBaseUrl: server.url,
        broker: broker.url,
        ...options,
      });
      expect((await verifying).interactions.map(({ description }) => description).sort()).toEqual(expected);
    });
  });

  it('publishes with credentials, branch, tags and build, and again for the same version', async () => {
    await using broker = await startBroker({ basicAuth: { writer: { username: 'u', password: 'p@ss' } } });
    await using server = await startServer(good);
    const connection = { baseUrl: broker.url, username: 'u', password: 'p@ss' };
    await using directory = await temporaryDirectory();
    await publishPacts({
      broker: connection,
      files: [await directory.write('pact.json', pact([thing]))],
      version: '1',
      branch: 'main',
    });
    const options = {
      ...asVersion('7'),
      providerBaseUrl: server.url,
      broker: connection,
      publishResults: true,
    };
    await verifyProvider({ ...options, providerTags: ['t'], buildUrl: 'http://ci/1' });
    await verifyProvider(options);
    const version = await describeVersion({ broker: connection, pacticipant: provider, version: '7' });
    expect(version).toMatchObject({ branches: ['main'], tags: ['t'] });
    const { rows } = await canIDeploy({ broker: connection, pacticipant: provider, version: '7' });
    const headers = { authorization: `Basic ${btoa('u:p@ss')}`, accept: 'application/hal+json' };
    const first = await fetch(rows[0]?.resultUrl?.replace(/\d+$/, '101') ?? '', { headers });
    expect(await first.json()).toMatchObject({ buildUrl: 'http://ci/1' });
    expect(rows[0]?.resultUrl).toMatch(/\/102$/);
  });

  it('passes although a pending pact fails', async () => {
    await using broker = await startBroker();
    await using server = await startServer(answering(500, {}));
    await publish(broker.url, '1', [thing]);
    const options = {
      ...asVersion('7'),
      providerBaseUrl: server.url,
      broker: broker.url,
      publishResults: true,
    };
    const { success, interactions } = await verifyProvider({ ...options, enablePending: true });
    expect(success).toBe(true);
    expect(interactions).toMatchObject([{ status: 'pending' }]);
    expect(interactions[0]?.mismatches.length).toBeGreaterThan(0);
  });

  it('verifies work in progress if asked to', async () => {
    await using broker = await startBroker();
    await using server = await startServer(answering(500, {}));
    await publish(broker.url, '1', [thing], 'feature');
    const options = {
      ...asVersion('7'),
      providerBaseUrl: server.url,
      broker: broker.url,
      selectors: [{ mainBranch: true }],
    };
    await rejectionOf(verifyProvider(options), NoPactsError);
    const { interactions } = await verifyProvider({
      ...options,
      enablePending: true,
      includeWipPactsSince: '2020-01-01',
    });
    expect(interactions).toMatchObject([{ description: 'a thing', status: 'pending' }]);
  });

  it('has advice if there is no pact, and no branch either', async () => {
    await using broker = await startBroker();
    await using server = await startServer(good);
    await using directory = await temporaryDirectory();
    const [cwd, env] = [process.cwd(), process.env];
    // Neither git nor a CI tells anything here.
    process.chdir(directory.path);
    process.env = { PATH: env['PATH'] };
    try {
      const options = { provider, providerVersion: '7', providerBaseUrl: server.url, broker: broker.url };
      const { message } = await rejectionOf(verifyProvider(options), NoPactsError);
      expect(message).toContain('set VERSION_BRANCH');
    } finally {
      process.chdir(cwd);
      process.env = env;
    }
  });

  it('fails if there is no pact', async () => {
    await using broker = await startBroker();
    await using server = await startServer(good);
    const options = { ...asVersion('7'), providerBaseUrl: server.url, broker: broker.url };
    await rejectionOf(verifyProvider(options), NoPactsError);
    await expect(verifyProvider({ ...options, allowNoPacts: true })).resolves.toMatchObject({
      success: true,
    });
  });

  it('has the broker’s message about a wrong selector', async () => {
    await using broker = await startBroker();
    await using server = await startServer(good);
    await publish(broker.url, '1', [thing]);
    const options = { ...asVersion('7'), providerBaseUrl: server.url, broker: broker.url };
    const error = await rejectionOf(
      verifyProvider({ ...options, selectors: [{ environment: 'nope' }] }),
      BrokerResponseError,
    );
    expect(error.message).toContain("environment with name 'nope' does not exist");
  });

  it('fails at once if the broker is down', async () => {
    await using server = await startServer(good);
    const broker = { baseUrl: await deadUrl(), retries: 0 };
    await rejectionOf(
      verifyProvider({ ...asVersion('7'), providerBaseUrl: server.url, broker }),
      BrokerUnreachableError,
    );
    expect(server.requests).toHaveLength(0);
  });
});
