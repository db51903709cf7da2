import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answering, startServer, type TestServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import { pact, type FixtureInteraction } from '../../test/pact-fixtures.ts';
import { publishPacts } from '../publish/index.ts';
import {
  MessageProviderError,
  NoPactsError,
  RequestFilterError,
  StateHandlerError,
  VerificationFailedError,
  VerificationOptionsError,
  VerifierCrashedError,
  verifyProvider,
  type VerifyOptions,
} from './index.ts';

/** Answers what is asked for under `/good`, and refuses the rest. */
let server: TestServer;
let broker: RunningBroker;
beforeAll(async () => {
  server = await startServer((request, response) =>
    answering(request.url === '/good' ? 200 : 500, {})(request, response),
  );
  broker = await startBroker();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await broker.close();
});

const good: FixtureInteraction = { description: 'good', path: '/good', state: 'a thing' };
const bad: FixtureInteraction = { description: 'bad', path: '/bad', state: 'a thing' };
const stateHandlers = { 'a thing': () => undefined };

/** Verifies a file; each of its interactions calls itself pending where that is asked for. */
async function verifyFile(
  interactions: readonly (FixtureInteraction | object)[],
  { mayFail = false, ...options }: Partial<VerifyOptions> & { readonly mayFail?: boolean } = {},
) {
  await using directory = await temporaryDirectory();
  const document = pact(interactions.filter((one): one is FixtureInteraction => !('type' in one))) as {
    interactions: object[];
  };
  const all = [...document.interactions, ...interactions.filter((one) => 'type' in one)];
  const files = [
    await directory.write('pact.json', {
      ...document,
      interactions: all.map((one) => ({ ...one, pending: mayFail })),
    }),
  ];
  return await verifyProvider({
    provider: 'Provider',
    providerBaseUrl: server.url,
    stateHandlers,
    files,
    ...options,
  });
}

const message = {
  type: 'Asynchronous/Messages',
  description: 'a message',
  contents: { content: {}, contentType: 'application/json', encoded: false },
};

describe('A failure that is not the provider’s fails the verification, even if the interaction is pending', () => {
  it.each<[string, object, Partial<VerifyOptions>, new (...args: never[]) => VerificationFailedError]>([
    [
      'a state handler that throws',
      good,
      { stateHandlers: { 'a thing': () => Promise.reject(new Error('no')) } },
      StateHandlerError,
    ],
    ['a hook that throws', good, { afterEach: () => Promise.reject(new Error('no')) }, StateHandlerError],
    [
      'a filter that fails too late',
      good,
      {
        requestFilter: (_request, _response, next) => {
          next();
          throw new Error('no');
        },
      },
      RequestFilterError,
    ],
    [
      'a message that can’t be made',
      message,
      { messageProviders: { 'a message': () => Promise.reject(new Error('no')) } },
      MessageProviderError,
    ],
  ])('%s', async (_, interaction, options, type) => {
    const verifying = verifyFile([interaction], { mayFail: true, enablePending: true, ...options });
    await expect(verifying).rejects.toThrow(type);
    await expect(verifying).rejects.toMatchObject({
      result: { success: false, interactions: [{ status: 'pending', pendingBy: 'contract' }] },
    });
  });
});

describe('An interaction that its contract marks as pending', () => {
  it.each<[string, Partial<VerifyOptions>, 'pending' | 'failed']>([
    ['counts by default', {}, 'failed'],
    ['may fail with enablePending', { enablePending: true }, 'pending'],
    ['may fail with includeWipPactsSince', { includeWipPactsSince: '2020-01-01' }, 'pending'],
  ])('%s', async (_, options, status) => {
    const verifying = verifyFile([bad], { mayFail: true, ...options }).catch((error: unknown) => {
      expect(error).toBeInstanceOf(VerificationFailedError);
      return (error as VerificationFailedError).result;
    });
    expect(await verifying).toMatchObject({ success: status === 'pending', interactions: [{ status }] });
  });
});

describe('A verification of several interactions', () => {
  it('fails if one of them fails, and names it', async () => {
    const verifying = verifyFile([good, bad, { ...good, description: 'good, too' }]);
    await expect(verifying).rejects.toThrow(/^1 of 3 interactions failed:\n {2}bad \(given a thing\)\n/);
  });

  it('has no result if the verifier runs only some of them', async () => {
    const odd = { ...message, type: 'Asynchronous/Wonders', description: 'odd', request: { method: 'GET' } };
    await expect(verifyFile([good, odd])).rejects.toThrow(VerifierCrashedError);
  });
});

describe('Nothing to verify', () => {
  it.each([[undefined], [false]])('is an error with allowNoPacts %s', async (allowNoPacts) => {
    await expect(verifyFile([], { allowNoPacts })).rejects.toThrow(NoPactsError);
  });

  it('is a success if that is allowed', async () => {
    await expect(verifyFile([], { allowNoPacts: true })).resolves.toMatchObject({
      success: true,
      published: false,
      interactions: [],
    });
  });
});

describe('The results of a broker’s pacts', () => {
  const consumers = ['Keeps', 'Breaks'];
  beforeAll(async () => {
    await using directory = await temporaryDirectory();
    for (const consumer of consumers) {
      const interactions = [good, ...(consumer === 'Breaks' ? [bad] : [])];
      const files = [await directory.write(`${consumer}.json`, pact(interactions, { consumer }))];
      await publishPacts({ broker: broker.url, files, version: '1', branch: 'main' });
    }
  });
  const verify = (providerVersion: string, options: Partial<VerifyOptions>) =>
    verifyProvider({
      provider: 'Provider',
      providerBaseUrl: server.url,
      stateHandlers,
      broker: broker.url,
      providerVersion,
      providerBranch: 'main',
      ...options,
    });
  const latest = async (consumer: string) => {
    const path = `pacts/provider/Provider/consumer/${consumer}/latest/verification-results/latest`;
    const { success, providerApplicationVersion: version } = (await (
      await fetch(`${broker.url}/${path}`)
    ).json()) as Record<string, unknown>;
    return { success, version };
  };

  it('are published separately for each pact', async () => {
    await expect(verify('both', { publishResults: true })).rejects.toMatchObject({
      result: {
        success: false,
        published: true,
        // The verifier tells what the broker says of the pact.
        text: expect.stringContaining('The pact at') as unknown,
      },
    });
    expect(await latest('Keeps')).toEqual({ success: true, version: 'both' });
    expect(await latest('Breaks')).toEqual({ success: false, version: 'both' });
  });

  it.each([[undefined], [false]])('are not published with publishResults %s', async (publishResults) => {
    await verify('published', { publishResults: true, filter: { consumer: 'Keeps' } });
    await expect(verify('kept', { publishResults, filter: { consumer: 'Keeps' } })).resolves.toMatchObject({
      success: true,
      published: false,
    });
    expect((await latest('Breaks')).version).not.toBe('published');
    await expect(verify('kept', { publishResults })).rejects.toMatchObject({ result: { published: false } });
    expect((await latest('Keeps')).version).toBe('published');
  });

  it.each<[string, Partial<VerifyOptions>]>([
    ['files', { files: ['pact.json'] }],
    ['some descriptions', { filter: { description: 'good' } }],
    ['some states', { filter: { state: false } }],
  ])('are never published for %s', async (_, options) => {
    const verifying = verify('part', { publishResults: true, ...options });
    await expect(verifying).rejects.toThrow(VerificationOptionsError);
  });
});
