import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { answering, startServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { pact } from '../../../test/pact-fixtures.ts';
import { VerificationFailedError, verifyProvider, type VerifyOptions } from '../index.ts';

interface Fixture extends Partial<VerifyOptions> {
  readonly request?: object;
  readonly response?: object;
  readonly pending?: boolean;
  /** Behind the address of the provider. */
  readonly basePath?: string;
}

/** Verifies a single interaction against this provider. */
async function verifyAgainst(
  provider: RequestListener,
  { request = {}, response = {}, pending = false, basePath = '', ...options }: Fixture = {},
) {
  await using directory = await temporaryDirectory();
  await using server = await startServer(provider);
  const document = pact([{ description: 'a thing' }]) as {
    interactions: { request: object; response: object }[];
  };
  const file = await directory.write('pact.json', {
    ...document,
    interactions: document.interactions.map((one) => ({
      ...one,
      pending,
      request: { ...one.request, ...request },
      response: { ...one.response, ...response },
    })),
  });
  return await verifyProvider({
    provider: 'Provider',
    providerBaseUrl: server.url + basePath,
    files: [file],
    ...options,
  });
}

/** Answers the first look at the provider, and leaves everything else to `rest`. */
const butForItsRoot =
  (rest: RequestListener): RequestListener =>
  (request, response) => {
    if (request.url === '/') response.end();
    else rest(request, response);
  };

describe('A forwarded request', () => {
  it.each<[string, RequestListener, RegExp]>([
    ['breaks the connection off', (request) => void request.socket.destroy(), /GET \/thing: socket hang up/],
    [
      'breaks its answer off',
      (request, response) => {
        response.writeHead(200, { 'Content-Length': 100 }).write('{', () => request.socket.destroy());
      },
      /GET \/thing: its answer broke off/,
    ],
    ['never answers', () => undefined, /GET \/thing: no answer within 300 ms/],
  ])('fails without ending the process if the provider %s', async (_, listener, message) => {
    const error: unknown = await verifyAgainst(butForItsRoot(listener), { timeoutMs: 300 }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(VerificationFailedError);
    expect((error as VerificationFailedError).message).toMatch(message);
    expect((error as VerificationFailedError).result.interactions).toMatchObject([{ status: 'failed' }]);
  });

  it('fails with the reason if it is too long', async () => {
    const headers = { 'X-Long': ['x'.repeat(1_200_000)] };
    const verifying = verifyAgainst(answering(200, {}), { request: { headers } });
    await expect(verifying).rejects.toThrow(VerificationFailedError);
    await expect(verifying).rejects.toThrow(/its request can't be sent on: .*Header overflow/);
  });

  it('has its reason in a pending interaction', async () => {
    const broken = butForItsRoot((request) => void request.socket.destroy());
    const { success, interactions } = await verifyAgainst(broken, { enablePending: true, pending: true });
    expect(success).toBe(true);
    expect(interactions).toMatchObject([{ status: 'pending' }]);
    expect(interactions[0]?.mismatches[0]?.description).toContain('socket hang up');
  });

  it.each([
    ['application/x-www-form-urlencoded', 'a=1&b=%C3%A9+%26&list=x&list=y'],
    ['application/json', '{"a":[1,"é"]}'],
    ['text/plain', 'just text: é'],
  ])('has a body of %s as in the contract', async (contentType, body) => {
    const seen: { body: string; length: string | undefined }[] = [];
    const provider = butForItsRoot((request, response) => {
      void text(request).then((received) => {
        seen.push({ body: received, length: request.headers['content-length'] });
        response.end();
      });
    });
    const content = contentType === 'application/json' ? (JSON.parse(body) as unknown) : body;
    await verifyAgainst(provider, {
      request: {
        method: 'POST',
        headers: { 'Content-Type': [contentType] },
        body: { content, contentType, encoded: false },
      },
    });
    expect(seen).toEqual([{ body, length: String(Buffer.byteLength(body)) }]);
  });

  it('has the path of the provider’s URL, and its query', async () => {
    const paths: (string | undefined)[] = [];
    const provider: RequestListener = (request, response) => {
      paths.push(request.url);
      response.end();
    };
    await verifyAgainst(provider, { basePath: '/api/', request: { query: { q: ['a b'] } } });
    expect(paths).toEqual(['/api/', '/api/thing?q=a+b']);
  });

  it('adds no headers to the provider’s answer', async () => {
    const verifying = verifyAgainst(answering(200, {}), {
      response: { status: 200, headers: { 'X-Powered-By': ['Express'] } },
    });
    await expect(verifying).rejects.toThrow(/X-Powered-By/);
  });
});
