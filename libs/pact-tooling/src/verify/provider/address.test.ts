import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { answering, startServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { startSecureServer } from '@pact-workshop/broker-client/test/https-server.ts';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { pact } from '../../../test/pact-fixtures.ts';
import { ProviderUnreachableError, verifyProvider, type VerifyOptions } from '../index.ts';

/** A contract with a request that has a body of this type. */
const contract = (contentType: string, content: unknown) => ({
  ...pact([]),
  interactions: [
    {
      type: 'Synchronous/HTTP',
      description: 'a note',
      request: {
        method: 'POST',
        path: '/notes',
        headers: { 'Content-Type': [contentType], Authorization: ['Bearer old'] },
        body: { content, contentType, encoded: false },
      },
      response: { status: 200 },
    },
  ],
});

/** What the provider gets. */
async function received(pactToVerify: object, options: Partial<VerifyOptions> = {}) {
  await using directory = await temporaryDirectory();
  const seen: { url: string; headers: Record<string, unknown>; body: string }[] = [];
  await using server = await startServer((request, response) => {
    void text(request).then((body) => {
      seen.push({ url: String(request.url), headers: request.headers, body });
      response.end();
    });
  });
  const files = [await directory.write('pact.json', pactToVerify)];
  // A provider that waits for the rest of a body, or gets too much of it, fails soon.
  await verifyProvider({
    provider: 'Provider',
    providerBaseUrl: server.url,
    files,
    timeoutMs: 5000,
    ...options,
  });
  return seen[1];
}

describe('The provider', () => {
  it('may use https, with a given certificate', async () => {
    await using directory = await temporaryDirectory();
    await using server = await startSecureServer(answering(200, {}));
    const files = [await directory.write('pact.json', pact([{ description: 'a' }]))];
    const options = { provider: 'Provider', providerBaseUrl: server.url, files };
    const { pem } = server.certificate;
    await expect(verifyProvider({ ...options, ca: pem })).resolves.toMatchObject({ success: true });
    await expect(verifyProvider(options)).rejects.toThrow(/self-signed certificate/);
  });

  it('is running with any first answer, such as another protocol', async () => {
    await using directory = await temporaryDirectory();
    await using server = await startServer((request, response) => {
      if (request.url === '/') response.writeHead(101, { Connection: 'Upgrade', Upgrade: 'h2c' }).end();
      else answering(200, {})(request, response);
    });
    const files = [await directory.write('pact.json', pact([{ description: 'a' }]))];
    const options = { provider: 'Provider', providerBaseUrl: server.url, files };
    await expect(verifyProvider(options)).resolves.toMatchObject({ success: true });
  });

  it('that accepts a connection and never answers causes a timeout', async () => {
    await using directory = await temporaryDirectory();
    await using server = await startServer(() => undefined);
    const files = [await directory.write('pact.json', pact([{ description: 'a' }]))];
    const options = { provider: 'Provider', providerBaseUrl: server.url, files };
    await expect(verifyProvider(options)).rejects.toThrow(ProviderUnreachableError);
  });

  it('gets the given headers instead of the contract’s, in any case', async () => {
    const headers = { authorization: 'Bearer new', 'X-Tenant': 'a' };
    const seen = await received(contract('text/plain', 'x'), { headers });
    expect(seen?.headers).toMatchObject({ authorization: 'Bearer new', 'x-tenant': 'a' });
  });
});

describe('A request filter', () => {
  it('sees the given headers, and those of the contract', async () => {
    let seen: unknown;
    await received(contract('text/plain', 'x'), {
      headers: { 'X-Tenant': 'a' },
      requestFilter: (request, _response, next) => {
        seen = { ...request.headers };
        next();
      },
    });
    expect(seen).toMatchObject({
      'x-tenant': 'a',
      authorization: 'Bearer old',
      'content-type': 'text/plain',
    });
  });

  it('that passes a request on twice causes one request to the provider', async () => {
    const paths: (string | undefined)[] = [];
    await using directory = await temporaryDirectory();
    await using server = await startServer((request, response) => {
      paths.push(request.url);
      answering(200, {})(request, response);
    });
    const files = [await directory.write('pact.json', pact([{ description: 'a' }, { description: 'b' }]))];
    const result = await verifyProvider({
      provider: 'Provider',
      providerBaseUrl: server.url,
      files,
      requestFilter: (_request, _response, next) => {
        next();
        next();
      },
    });
    expect(result.success).toBe(true);
    expect(paths).toEqual(['/', '/thing', '/thing']);
  });
});

describe('A change of a request filter', () => {
  const json = contract('application/json', { n: 1, long: 'x'.repeat(1000) });

  it.each<[string, object, NonNullable<VerifyOptions['requestFilter']>, string]>([
    [
      'in a JSON body',
      contract('application/json', { n: 1 }),
      (request, _response, next) => {
        (request.body as Record<string, unknown>)['added'] = 'é'.repeat(100);
        next();
      },
      `{"n":1,"added":"${'é'.repeat(100)}"}`,
    ],
    [
      'by another JSON body',
      json,
      (request, _response, next) => {
        request.body = { short: true };
        next();
      },
      '{"short":true}',
    ],
    [
      'in a form',
      contract('application/x-www-form-urlencoded', 'a=1&list=x&list=y+z'),
      (request, _response, next) => {
        (request.body as Record<string, unknown>)['a'] = '2&';
        next();
      },
      'a=2%26&list=x&list=y+z',
    ],
    [
      'in a text',
      contract('text/plain', 'one'),
      (request, _response, next) => {
        request.body = `${String(request.body)} and two`;
        next();
      },
      'one and two',
    ],
    [
      'by taking the body away',
      json,
      (request, _response, next) => {
        request.body = undefined;
        next();
      },
      '',
    ],
  ])('%s reaches the provider completely', async (_, pactToVerify, requestFilter, body) => {
    const seen = await received(pactToVerify, { requestFilter });
    expect(seen?.body).toBe(body);
    expect(seen?.headers['content-length']).toBe(String(Buffer.byteLength(body)));
  });

  it('does not change the digits of other numbers', async () => {
    const big = JSON.stringify(contract('application/json', { id: 1, n: 2 })).replace(
      '"id":1',
      '"id":9007199254740993',
    );
    await using directory = await temporaryDirectory();
    const bodies: string[] = [];
    await using server = await startServer((request, response) => {
      void text(request).then((body) => {
        bodies.push(body);
        response.end();
      });
    });
    const files = [await directory.write('pact.json', big)];
    await verifyProvider({
      provider: 'Provider',
      providerBaseUrl: server.url,
      files,
      requestFilter: (request, _response, next) => {
        (request.body as Record<string, unknown>)['n'] = 3;
        next();
      },
    });
    expect(bodies[1]).toBe('{"id":9007199254740993,"n":3}');
  });

  it('of headers, method and address is sent', async () => {
    const seen = await received(contract('text/plain', 'x'), {
      requestFilter: (request, _response, next) => {
        request.headers.authorization = 'Bearer fresh';
        delete request.headers['user-agent'];
        request.headers['x-many'] = ['a', 'b'];
        request.url += '?added=1';
        next();
      },
    });
    expect(seen).toMatchObject({
      url: '/notes?added=1',
      headers: { authorization: 'Bearer fresh', 'x-many': 'a, b' },
      body: 'x',
    });
    expect(seen?.headers).not.toHaveProperty('user-agent');
  });
});

it('Requests to a remote provider use the environment’s proxy, with the provider’s name', async () => {
  await using directory = await temporaryDirectory();
  const seen: unknown[] = [];
  await using proxy = await startServer((request, response) => {
    seen.push([request.url, request.headers.host]);
    answering(200, {})(request, response);
  });
  const files = [await directory.write('pact.json', pact([{ description: 'a' }]))];
  const before = process.env;
  process.env = { ...before, HTTP_PROXY: proxy.url, http_proxy: proxy.url, NO_PROXY: '', no_proxy: '' };
  try {
    await verifyProvider({ provider: 'Provider', providerBaseUrl: 'http://provider.example/api', files });
  } finally {
    process.env = before;
  }
  expect(seen).toEqual([
    ['http://provider.example/api/', 'provider.example'],
    ['http://provider.example/api/thing', 'provider.example'],
  ]);
});

describe('Several verifications at once', () => {
  it('run at the same time, each with its own provider and states', async () => {
    const verifyOne = async (name: string) => {
      await using directory = await temporaryDirectory();
      const paths: string[] = [];
      await using server = await startServer((request, response) => {
        paths.push(String(request.url));
        answering(200, {})(request, response);
      });
      const states: string[] = [];
      const interactions = Array.from({ length: 10 }, (_, i) => ({
        description: `${name} ${i}`,
        state: `${name} ${i}`,
        path: `/${name}/${i}`,
      }));
      const files = [await directory.write('pact.json', pact(interactions))];
      const { success } = await verifyProvider({
        provider: 'Provider',
        providerBaseUrl: server.url,
        files,
        stateHandlers: Object.fromEntries(
          interactions.map(({ state }) => [state, () => void states.push(state)]),
        ),
      });
      return { success, states, paths: paths.slice(1) };
    };
    const names = ['a', 'b', 'c', 'd'];
    const done = await Promise.all(names.map(verifyOne));
    for (const [i, { success, states, paths }] of done.entries()) {
      expect(success).toBe(true);
      expect(states).toEqual(Array.from({ length: 10 }, (_, n) => `${names[i]} ${n}`));
      expect(paths).toEqual(Array.from({ length: 10 }, (_, n) => `/${names[i]}/${n}`));
    }
  });
});
