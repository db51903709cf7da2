import { describe, expect, it } from '@jest/globals';
import { answering, startServer } from '@pact-workshop/broker-client/test/http-server.ts';
import type { InteractionRun } from '../course.ts';
import { byMessagesUrl, byProviders } from './make-message.ts';
import type { MessageDescriptor } from './message-providers.ts';

const run = { interaction: { contentType: undefined } } as unknown as InteractionRun;

/** What a function is asked for when the verifier asks with this. */
async function asked(question: object): Promise<MessageDescriptor | undefined> {
  let seen: MessageDescriptor | undefined;
  const make = byProviders({ m: (one) => ((seen = one), 'made') }, 10_000);
  expect(await make(run, JSON.stringify({ description: 'm', ...question }))).toMatchObject({
    body: Buffer.from('made'),
  });
  return seen;
}

describe('The function of a message', () => {
  const states = [{ name: 'a', params: { id: 1 } }, { name: 'b' }];
  const base64 = Buffer.from([0, 255]).toString('base64');
  it.each<[string, object, object]>([
    ['its description', {}, { description: 'm', providerStates: [] }],
    ['its states', { providerStates: states }, { description: 'm', providerStates: states }],
    [
      'a value',
      { request: { contents: { content: { a: 1 } }, metadata: { topic: 't' } } },
      { content: { a: 1 }, metadata: { topic: 't' } },
    ],
    ['a text', { request: { contents: { content: 'hi', encoded: false } } }, { content: 'hi', metadata: {} }],
    [
      'bytes',
      { request: { contents: { content: base64, encoded: 'base64' } } },
      { content: Buffer.from([0, 255]) },
    ],
    [
      'bytes, by a flag',
      { request: { contents: { content: base64, encoded: true } } },
      { content: Buffer.from([0, 255]) },
    ],
    [
      'JSON that is called so',
      { request: { contents: { content: 'x', encoded: 'json' } } },
      { content: 'x' },
    ],
    ['nothing', { request: {} }, { content: undefined, metadata: {} }],
  ])('gets %s', async (_, question, given) => {
    expect(await asked(question)).toMatchObject(given);
  });

  it('has a timeout', async () => {
    const make = byProviders({ m: () => new Promise(() => undefined) }, 20);
    await expect(make(run, '{"description":"m"}')).rejects.toThrow('it did not finish within 20 ms');
  });

  it.each(['other', 'constructor', '__proto__'])(
    'is found only by its own description, not by %s',
    async (description) => {
      const make = byProviders({ m: () => 1 }, 10_000);
      await expect(make(run, JSON.stringify({ description }))).rejects.toThrow('it has no function');
    },
  );
});

describe('The URL of messages', () => {
  const metadata = Buffer.from('{"topic":"é"}').toString('base64');
  it.each<[string, Record<string, string>, object]>([
    [
      'all',
      { 'Content-Type': 'text/plain', 'Pact-Message-Metadata': metadata },
      { contentType: 'text/plain', metadata: { topic: 'é' } },
    ],
    ['bytes alone', {}, { contentType: 'application/json', metadata: {} }],
  ])('provides an unchanged message: %s', async (_, headers, message) => {
    await using server = await startServer((_request, response) =>
      response.writeHead(200, headers).end('{"a":1.0}'),
    );
    expect(await byMessagesUrl(server.url, 10_000)(run, '{}')).toEqual({
      body: Buffer.from('{"a":1.0}'),
      ...message,
    });
  });

  it('provides no message after an error', async () => {
    await using server = await startServer(answering(404, 'no such message'));
    await expect(byMessagesUrl(server.url, 10_000)(run, '{}')).rejects.toThrow(
      'answered 404: "no such message"',
    );
  });
});
