import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BrokerSeed } from '@pact-workshop/broker-client/test/broker-seed.ts';
import { answering, startServer, type TestServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import { pact } from '../../test/pact-fixtures.ts';
import { DuplicateInteractionError, PactFileError } from '../pact/index.ts';
import {
  MissingMessageProviderError,
  MissingPluginError,
  MissingStateHandlerError,
  NoPactsError,
  verifyProvider,
  type VerifyOptions,
} from './index.ts';

let broker: RunningBroker;
let provider: TestServer;
beforeAll(async () => {
  provider = await startServer(answering(200, {}));
});
afterAll(async () => {
  await provider[Symbol.asyncDispose]();
});
beforeEach(async () => {
  broker = await startBroker();
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await broker.close();
});

/** Publishes a pact as its text is. */
async function publish(consumer: string, content: object, branch = 'main'): Promise<void> {
  const seed = new BrokerSeed(broker.url);
  await seed.client.post(`${broker.url}/contracts/publish`, {
    pacticipantName: consumer,
    pacticipantVersionNumber: '1',
    branch,
    contracts: [
      {
        consumerName: consumer,
        providerName: 'Provider',
        specification: 'pact',
        contentType: 'application/json',
        content: Buffer.from(
          JSON.stringify({ ...content, consumer: { name: consumer }, provider: { name: 'Provider' } }),
        ).toString('base64'),
      },
    ],
  });
}

const verify = (options: Partial<VerifyOptions> = {}) =>
  verifyProvider({
    broker: broker.url,
    provider: 'Provider',
    providerBaseUrl: provider.url,
    providerVersion: '7',
    providerBranch: 'main',
    selectors: [{ mainBranch: true }],
    publishResults: true,
    ...options,
  });

/** The result that the broker has for a consumer; undefined without one. */
async function published(consumer: string): Promise<unknown> {
  const path = `/pacts/provider/Provider/consumer/${consumer}/latest/verification-results/latest`;
  const answer = await fetch(broker.url + path);
  return answer.ok ? answer.json() : undefined;
}

const one = { description: 'one' };
const message = { type: 'Asynchronous/Messages', description: 'a message', contents: { content: 'x' } };

/** Pacts that can't be verified, the error, and its reason. */
const unverifiable: [string, object, new (...args: never[]) => Error, RegExp][] = [
  [
    'an unknown state',
    pact([{ description: 'other', state: 'nobody knows it' }]),
    MissingStateHandlerError,
    /no state handler for "nobody knows it"/,
  ],
  [
    'a duplicate',
    pact([one, { ...one, path: '/other' }]),
    DuplicateInteractionError,
    /two interactions "one"/,
  ],
  [
    'a message',
    { ...pact([]), interactions: [message] },
    MissingMessageProviderError,
    /no message provider for "a message"/,
  ],
  ['no interactions', pact([]), PactFileError, /has no interactions, so there is nothing to verify/],
  [
    'states that can’t be read',
    { ...pact([]), interactions: [{ ...one, providerStates: [7] }] },
    PactFileError,
    /provider states of "one" can't be read/,
  ],
  [
    'a method that can’t be sent',
    { ...pact([]), interactions: [{ ...one, request: { method: 'CONNECT', path: '/' } }] },
    PactFileError,
    /the method CONNECT of "one" can't be sent/,
  ],
  [
    'a plugin that is not installed',
    {
      ...pact([one]),
      metadata: { pactSpecification: { version: '4.0' }, plugins: [{ name: 'nowhere', version: '1' }] },
    },
    MissingPluginError,
    /needs the plugin "nowhere"/,
  ],
];

describe.each(unverifiable)('A pact with %s', (_, content, type, reason) => {
  beforeEach(async () => {
    await publish('Good', pact([one]));
    await publish('Bad', content);
  });

  it('stops the verification if it may not fail', async () => {
    await expect(verify()).rejects.toThrow(type);
    await expect(verify()).rejects.toThrow(reason);
    expect(await published('Good')).toBeUndefined();
  });

  it('fails as pending if it is pending, and the others are verified', async () => {
    const result = await verify({ enablePending: true });
    const ofBad = result.interactions.filter(({ consumer }) => consumer === 'Bad');
    expect(result).toMatchObject({ success: true, published: true });
    expect(result.interactions).toHaveLength(1 + ofBad.length);
    expect(result.interactions).toContainEqual(
      expect.objectContaining({ consumer: 'Good', status: 'passed' }),
    );
    expect(ofBad.length).toBeGreaterThan(0);
    for (const interaction of ofBad) {
      expect(interaction).toMatchObject({ status: 'pending', pendingBy: 'broker' });
      expect(interaction.reason).toMatch(reason);
    }
    expect(result.text).toMatch(reason);
    expect(console.warn).toHaveBeenCalledWith(expect.stringMatching(reason));
    expect(await published('Good')).toMatchObject({ success: true });
    expect(await published('Bad')).toMatchObject({
      success: false,
      testResults: expect.arrayContaining([
        expect.objectContaining({
          success: false,
          exceptions: [{ message: expect.stringMatching(reason) }],
        }),
      ]),
    });
  });

  it('fails as pending as work in progress', async () => {
    await publish('Wish', content, 'feature');
    const { success, interactions } = await verify({
      enablePending: true,
      includeWipPactsSince: '2020-01-01',
    });
    expect(success).toBe(true);
    expect(interactions.find(({ consumer }) => consumer === 'Wish')).toMatchObject({ status: 'pending' });
  });
});

it('A pending pact fails only in the interactions that can’t be verified', async () => {
  await publish(
    'Half',
    pact([one, { description: 'two', state: 'nobody knows it' }, { description: 'three' }]),
  );
  const { interactions } = await verify({ enablePending: true });
  expect(interactions.map(({ description, status }) => [description, status])).toEqual([
    ['one', 'passed'],
    ['two', 'pending'],
    ['three', 'passed'],
  ]);
  expect(await published('Half')).toMatchObject({ success: false });
});

it('Pending pacts that can’t be verified do not need a running provider', async () => {
  await publish('Bad', pact([{ description: 'two', state: 'nobody knows it' }]));
  const result = await verify({ enablePending: true, providerBaseUrl: 'http://127.0.0.1:9' });
  expect(result).toMatchObject({ success: true, interactions: [{ status: 'pending' }] });
  expect(await published('Bad')).toMatchObject({ success: false });
});

describe('A pact without interactions', () => {
  it('is named if there is no other', async () => {
    await publish('Empty', pact([]));
    await expect(verify()).rejects.toThrow(NoPactsError);
    await expect(verify()).rejects.toThrow(/Empty.* has no interactions/);
    await expect(verify({ allowNoPacts: true })).resolves.toMatchObject({ success: true, interactions: [] });
  });

  it('stops nothing if another consumer is chosen, or nothing to verify is allowed', async () => {
    await publish('Good', pact([one]));
    await publish('Empty', pact([]));
    for (const options of [{ filter: { consumer: 'Good' } }, { allowNoPacts: true }]) {
      expect(await verify(options)).toMatchObject({ success: true, interactions: [{ consumer: 'Good' }] });
    }
  });
});
