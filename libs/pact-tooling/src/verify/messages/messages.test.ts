import { describe, expect, it } from '@jest/globals';
import { Matchers, providerWithMetadata } from '@pact-foundation/pact';
import { answering, startServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { pact } from '../../../test/pact-fixtures.ts';
import { asking, writeMessagePact, writePact } from '../../../test/written-pacts.ts';
import {
  MessageProviderError,
  messageWithMetadata,
  MissingMessageProviderError,
  VerificationFailedError,
  verifyProvider,
  type MessageDescriptor,
  type MessageProviders,
} from '../index.ts';

const { like } = Matchers;
const provider = 'Provider';
const received = () => Promise.resolve();

/** A contract with the message that a user was created; `topic` stands in its metadata. */
const userCreated = () =>
  writePact((contract) =>
    contract
      .addAsynchronousInteraction()
      .given('a user')
      .expectsToReceive('a user was created', (message) => {
        message.withJSONContent({ id: like(10) }).withMetadata({ topic: 'users' });
      })
      .executeTest(received),
  );

/** A contract in which a price is asked for by a message. */
const price = () =>
  writePact((contract) =>
    contract
      .addSynchronousInteraction('a price')
      .withRequest((request) => {
        request.withJSONContent({ article: 7 });
      })
      .withResponse((response) => {
        response.withJSONContent({ price: like(1.5) });
      })
      .executeTest(received),
  );

describe('Messages', () => {
  it('come from functions, with their metadata, and without a URL of the provider', async () => {
    await using written = await userCreated();
    const states: string[] = [];
    const result = await verifyProvider({
      provider,
      files: written.files,
      stateHandlers: { 'a user': () => void states.push('a user') },
      messageProviders: { 'a user was created': () => messageWithMetadata({ id: 11 }, { topic: 'users' }) },
    });
    expect(result.interactions).toMatchObject([{ kind: 'message', status: 'passed' }]);
    expect(states).toEqual(['a user']);
  });

  it.each<[string, () => unknown, RegExp]>([
    ['its content differs', () => messageWithMetadata({ id: 'x' }, { topic: 'users' }), /\$\.id/],
    ['its metadata differs', () => messageWithMetadata({ id: 1 }, { topic: 'orders' }), /topic/],
    ['its metadata is missing', () => ({ id: 1 }), /topic/],
  ])('fail if %s, with the received message', async (_, make, message) => {
    await using written = await userCreated();
    const verifying = verifyProvider({
      provider,
      files: written.files,
      stateHandlers: { 'a user': () => undefined },
      messageProviders: { 'a user was created': make },
    });
    const error: unknown = await verifying.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(VerificationFailedError);
    expect((error as Error).message).toMatch(message);
    const [interaction] = (error as VerificationFailedError).result.interactions;
    expect(interaction?.exchange?.response?.body).toContain('"id"');
  });

  it.each<[string, () => unknown, string]>([
    [
      'throws',
      () => {
        throw new Error('the database is locked');
      },
      'the database is locked',
    ],
    ['rejects', () => Promise.reject(new Error('no topic')), 'no topic'],
    ['returns nothing', () => undefined, 'returned nothing'],
    ['returns a function', () => () => 1, 'not a message'],
    ['does not finish', () => new Promise(() => undefined), 'did not finish within 300 ms'],
  ])('fail if a function %s, even if the contract accepts an empty message', async (_, make, message) => {
    await using directory = await temporaryDirectory();
    const contents = { content: {}, contentType: 'application/json', encoded: false };
    const anything = { type: 'Asynchronous/Messages', description: 'anything', contents };
    const files = [await directory.write('pact.json', { ...pact([]), interactions: [anything] })];
    const verifying = verifyProvider({
      provider,
      files,
      messageProviders: { anything: make },
      stateTimeoutMs: 300,
    });
    await expect(verifying).rejects.toThrow(MessageProviderError);
    await expect(verifying).rejects.toThrow(`"anything": `);
    await expect(verifying).rejects.toThrow(message);
    await expect(verifying).rejects.toMatchObject({
      result: { interactions: [{ status: 'failed', reason: expect.stringContaining(message) as unknown }] },
    });
  });

  it.each(['constructor', '__proto__', 'nothing'])(
    'without a function are refused before anything runs: %s',
    async (name) => {
      await using directory = await temporaryDirectory();
      const message = { type: 'Asynchronous/Messages', description: name, contents: {} };
      const files = [await directory.write('pact.json', { ...pact([]), interactions: [message] })];
      const verifying = verifyProvider({ provider, files, messageProviders: { other: () => 1 } });
      await expect(verifying).rejects.toThrow(MissingMessageProviderError);
      await expect(verifying).rejects.toMatchObject({ messages: [name] });
    },
  );

  it('of specification 3, with all kinds of content, are verified', async () => {
    await using written = await writeMessagePact(async (contract) => {
      await contract
        .expectsToReceive('json')
        .withContent({ a: like(1) })
        .withMetadata({ k: 'v' })
        .verify(received);
      await contract.expectsToReceive('text').withTextContent('hello', 'text/plain').verify(received);
      await contract
        .expectsToReceive('bytes')
        .withBinaryContent(Buffer.from([0, 1, 255]), 'application/octet-stream')
        .verify(received);
    });
    const messageProviders: MessageProviders = {
      // As Pact JS has it.
      json: providerWithMetadata(() => ({ a: 2 }), { k: 'v' }),
      text: () => 'hello',
      bytes: () => Buffer.from([0, 1, 255]),
    };
    const { interactions } = await verifyProvider({ provider, files: written.files, messageProviders });
    expect(interactions.map(({ status }) => status)).toEqual(['passed', 'passed', 'passed']);
    const wrong = verifyProvider({
      provider,
      files: written.files,
      messageProviders: { ...messageProviders, text: () => 'bye', bytes: () => Buffer.from([0]) },
    });
    await expect(wrong).rejects.toThrow(/2 of 3 interactions failed/);
  });

  it('with answers are requested with the contract’s content', async () => {
    await using written = await price();
    const asked: MessageDescriptor[] = [];
    const verify = (make: () => unknown) =>
      verifyProvider({
        provider,
        files: written.files,
        messageProviders: {
          'a price': (one) => {
            asked.push(one);
            return make();
          },
        },
      });
    const { interactions } = await verify(() => ({ price: 2.5 }));
    expect(interactions).toMatchObject([{ kind: 'sync-message', status: 'passed' }]);
    expect(asked).toMatchObject([{ description: 'a price', content: { article: 7 } }]);
    await expect(verify(() => ({ price: 'much' }))).rejects.toThrow('$.price');
  });

  it('and requests are verified in one call', async () => {
    await using written = await writePact(async (contract) => {
      await contract
        .addInteraction()
        .uponReceiving('a request')
        .withRequest('GET', '/')
        .willRespondWith(200)
        .executeTest(asking('/'));
      await contract
        .addAsynchronousInteraction()
        .expectsToReceive('a request', (message) => message.withJSONContent({ a: 1 }))
        .executeTest(received);
    });
    await using server = await startServer(answering(200, {}));
    const options = { provider, files: written.files, messageProviders: { 'a request': () => ({ a: 1 }) } };
    const { interactions } = await verifyProvider({ ...options, providerBaseUrl: server.url });
    expect(interactions.map(({ kind }) => kind).sort()).toEqual(['http', 'message']);
    await expect(verifyProvider(options)).rejects.toThrow('"providerBaseUrl" is missing');
  });

  it('and requests of specification 3 in one file are both verified', async () => {
    await using directory = await temporaryDirectory();
    await using server = await startServer(answering(500, {}));
    const files = [
      await directory.write('pact.json', {
        consumer: { name: 'Consumer' },
        provider: { name: 'Provider' },
        interactions: [
          { description: 'r', request: { method: 'GET', path: '/' }, response: { status: 200 } },
        ],
        messages: [{ description: 'm', contents: { a: 1 }, metaData: { contentType: 'application/json' } }],
        metadata: { pactSpecification: { version: '3.0.0' } },
      }),
    ];
    const verifying = verifyProvider({
      provider,
      files,
      providerBaseUrl: server.url,
      messageProviders: { m: () => ({ a: 1 }) },
    });
    await expect(verifying).rejects.toMatchObject({
      result: {
        interactions: [
          { description: 'r', status: 'failed' },
          { description: 'm', status: 'passed' },
        ],
      },
    });
  });

  it('of another transport also come from functions', async () => {
    await using directory = await temporaryDirectory();
    const message = {
      type: 'Asynchronous/Messages',
      description: 'm',
      transport: 'kafka',
      contents: { content: { a: 1 }, contentType: 'application/json', encoded: false },
    };
    const files = [await directory.write('pact.json', { ...pact([]), interactions: [message] })];
    const { success } = await verifyProvider({ provider, files, messageProviders: { m: () => ({ a: 1 }) } });
    expect(success).toBe(true);
  });

  it('come from a URL without functions', async () => {
    await using written = await userCreated();
    const metadata = Buffer.from(JSON.stringify({ topic: 'users' })).toString('base64');
    const options = { provider, files: written.files, stateHandlers: { 'a user': () => undefined } };
    await using server = await startServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Pact-Message-Metadata': metadata });
      response.end('{"id":3}');
    });
    await expect(verifyProvider({ ...options, messagesUrl: server.url })).resolves.toMatchObject({
      success: true,
    });
    await using broken = await startServer(answering(500, { id: 3 }));
    const verifying = verifyProvider({ ...options, messagesUrl: broken.url });
    await expect(verifying).rejects.toThrow(`${broken.url} answered 500: {"id":3}`);
  });
});
