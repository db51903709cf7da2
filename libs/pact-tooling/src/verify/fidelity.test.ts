import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { answering, startServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { requestsOfNative, requestsOfOurs } from '../../test/native-verification.ts';
import { startRecordingProvider } from '../../test/recording-provider.ts';
import { VerificationFailedError, verifyProvider, type VerifyOptions } from './index.ts';

const names = { consumer: { name: 'Consumer' }, provider: { name: 'Provider' } };

/** A pact of specification 2, where a body is text or JSON as it stands. */
const v2 = (request: object) => ({
  ...names,
  interactions: [
    {
      description: 'a request',
      request: { method: 'POST', path: '/notes', ...request },
      response: { status: 200 },
    },
  ],
  metadata: { pactSpecification: { version: '2.0.0' } },
});

/** A pact of specification 4. */
const v4 = (request: object, response: object = { status: 200 }) => ({
  ...names,
  interactions: [
    {
      type: 'Synchronous/HTTP',
      description: 'a request',
      request: { method: 'POST', path: '/notes', ...request },
      response,
    },
  ],
  metadata: { pactSpecification: { version: '4.0' } },
});

const typed = (contentType: string, content: unknown, more: object = {}) => ({
  headers: { 'Content-Type': [contentType], ...more },
  body: { content, contentType, encoded: false },
});
const binary = (contentType: string, bytes: Buffer, more: object = {}) => ({
  headers: { 'Content-Type': [contentType], ...more },
  body: { content: bytes.toString('base64'), contentType, encoded: 'base64' },
});
const form = 'application/x-www-form-urlencoded';
const long = 'x'.repeat(200_000);
const upload = Buffer.from(
  `--b\r\nContent-Disposition: form-data; name="f"; filename="f.bin"\r\n\r\n${long}\r\n--b--\r\n`,
);

/** As text, since JavaScript would lose digits. */
const withBody = (json: string) =>
  JSON.stringify(v2({ headers: { 'Content-Type': 'application/json' }, body: '(body)' })).replace(
    '"(body)"',
    json,
  );

const passing: VerifyOptions['requestFilter'] = (request, _response, next) => {
  void request.body;
  next();
};

describe('A request of the native verifier reaches the provider byte for byte', () => {
  const contracts: [string, object | string][] = [
    ['a text without a content type', v2({ body: 'just a text' })],
    ['a number beyond 2^53', withBody('{"id":9007199254740993,"amount":1.10}')],
    [
      'compressed JSON',
      v4(binary('application/json', gzipSync('{"a":1}'), { 'Content-Encoding': ['gzip'] })),
    ],
    ['an odd form', v4(typed(form, 'a&b=&=c&d=1;e=2&i[5]=x&i[1]=y'))],
    ['a form with %20', v4(typed(form, 'c=x%20y'))],
    ['JSON over 100 kB', v4(typed('application/json', { text: long }))],
    ['an upload over 100 kB', v4(binary('multipart/form-data; boundary=b', upload))],
    ...['"enabled"', '5', 'true', 'null', '[]'].map((json): [string, string] => [
      `the JSON ${json}`,
      withBody(json),
    ]),
    [
      'JSON in another charset',
      v4(binary('application/json; charset=iso-8859-1', Buffer.from('{"a":"\xe9"}', 'latin1'))),
    ],
    ['invalid JSON', v4(typed('application/json', '{"a":'))],
    ['nothing', v4({})],
    ['a body with DELETE', v4({ method: 'DELETE', ...typed('text/plain', 'x') })],
    ['an odd method', v4({ method: 'PURGE' })],
    ['an encoded path and query', v4({ path: '/a b/%2F/é//c', query: { b: ['1 2', '3+4&'], a: ['é'] } })],
    ['several values of a header', v4({ headers: { 'X-Many': ['b', 'a'], 'x-one': ['1, 2'] } })],
    [
      'headers about the connection',
      v4({ headers: { Connection: ['close'], 'Accept-Encoding': ['identity'] } }),
    ],
    ['a host of its own', v4({ headers: { Host: ['users.example'] } })],
    ['an expectation', v4({ ...typed('text/plain', 'x', { Expect: ['100-continue'] }) })],
    ['another expectation', v4({ ...typed('text/plain', 'x', { Expect: ['wonders'] }) })],
    ['a request for another protocol', v4({ headers: { Connection: ['Upgrade'], Upgrade: ['websocket'] } })],
    ['a long header', v4({ headers: { 'X-Long': ['y'.repeat(100_000)] } })],
  ];

  it.each(contracts)('%s', async (_, pact) => {
    const right = await requestsOfNative(pact);
    expect(right).toHaveLength(1);
    expect(await requestsOfOurs(pact)).toEqual(right);
    // A request filter that looks at everything and changes nothing does not change anything.
    expect(await requestsOfOurs(pact, { requestFilter: passing })).toEqual(right);
  });
});

describe('An answer of the provider reaches the verifier unchanged', () => {
  async function verify(pact: object, status: number, headers: Record<string, string>, options: object = {}) {
    await using directory = await temporaryDirectory();
    await using server = await startServer((request, response) => {
      if (request.url === '/notes') response.writeHead(status, headers).end();
      else answering(200, {})(request, response);
    });
    const files = [await directory.write('pact.json', pact)];
    return await verifyProvider({ provider: 'Provider', providerBaseUrl: server.url, files, ...options });
  }

  it.each([301, 302, 303, 307, 308])('a redirect by %i is compared with the contract', async (status) => {
    const headers = { Location: '/elsewhere' };
    const contract = v4({}, { status, headers: { Location: ['/elsewhere'] } });
    await expect(verify(contract, status, headers)).resolves.toMatchObject({ success: true });
    await expect(verify(v4({}), status, headers)).rejects.toThrow(VerificationFailedError);
  });

  it('a redirect is followed if asked for', async () => {
    const following = verify(v4({}), 303, { Location: '/elsewhere' }, { followRedirects: true });
    await expect(following).resolves.toMatchObject({ success: true });
  });

  it('a change of protocol is an answer', async () => {
    const headers = { Connection: 'Upgrade', Upgrade: 'websocket' };
    const request = { headers: { Connection: ['Upgrade'], Upgrade: ['websocket'] } };
    await expect(verify(v4(request, { status: 101 }), 101, headers)).resolves.toMatchObject({
      success: true,
    });
    await expect(verify(v4(request, { status: 200 }), 101, headers)).rejects.toThrow(
      'expected 200 but was 101',
    );
  });

  it.each(['Keep-Alive', 'Date', 'Transfer-Encoding', 'X-Powered-By'])(
    'the header %s is missing if the provider did not send it',
    async (header) => {
      await using directory = await temporaryDirectory();
      await using provider = await startRecordingProvider();
      const pact = v4({}, { status: 200, headers: { [header]: ['x'], Connection: ['close'] } });
      const files = [await directory.write('pact.json', pact)];
      const verifying = verifyProvider({ provider: 'Provider', providerBaseUrl: provider.url, files });
      const error: unknown = await verifying.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(VerificationFailedError);
      const [interaction] = (error as VerificationFailedError).result.interactions;
      expect(interaction?.mismatches).toMatchObject([
        { type: 'HeaderMismatch', path: header, description: expect.stringContaining('missing') as unknown },
      ]);
    },
  );
});
