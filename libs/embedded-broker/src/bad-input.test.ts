import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../test/broker-client.ts';
import { writeRoutes, type WriteRoute } from '../test/write-routes.ts';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
const script = '<script>alert(1)</script>';

/** What no field expects, or not every field. */
const strange: readonly unknown[] = [
  null,
  7,
  1e300,
  -1.5,
  '',
  ' ',
  'a\nb\tc\u0000d',
  '\ud800',
  '\udc00',
  'x'.repeat(10_000),
  script,
  [],
  [null],
  ['x', 7, {}],
  {},
  { name: null },
  { toString: 1, constructor: 2 },
  true,
  nested(40),
];

/** Texts that are no JSON, or none that a reader expects. */
const bodies: readonly string[] = [
  '',
  '{',
  '{"a":}',
  'null',
  'true',
  '7',
  '"text"',
  '[]',
  '[[]]',
  '{"__proto__":{"name":"x"},"constructor":{"prototype":{"name":"x"}}}',
  JSON.stringify(nested(100)),
  `{"name":${'['.repeat(5000)}${']'.repeat(5000)}}`,
  '{"name":"a","name":7}',
  '{"name":1e999}',
];

/** Each field of a body, however deep, replaced by a value. */
function* replaced(body: unknown, value: unknown): Generator<unknown> {
  if (typeof body !== 'object' || body === null) return;
  for (const [key, inner] of Object.entries(body)) {
    const put = (other: unknown) =>
      Array.isArray(body) ? body.with(Number(key), other) : { ...body, [key]: other };
    yield put(value);
    for (const changed of replaced(inner, value)) yield put(changed);
  }
}

describe('Whatever is sent to a route that writes', () => {
  let broker: TestBroker;
  let routes: WriteRoute[];

  beforeAll(async () => {
    broker = await startTestBroker();
    await broker.publish('Con', 'Prov', { version: '1', branch: 'main', tags: ['dev'] });
    const environments = (await broker.request('GET', '/environments')).body as {
      _embedded: { environments: { uuid: string }[] };
    };
    const pact = (await broker.request('GET', '/pacts/provider/Prov/consumer/Con/latest')).body as {
      _links: Record<string, { href: string }>;
    };
    const sha = /pact-version\/(\w+)/.exec(pact._links['pb:publish-verification-results']?.href ?? '')?.[1];
    routes = await writeRoutes(broker, {
      pacticipant: 'Con',
      consumer: 'Con',
      provider: 'Prov',
      version: '1',
      branch: 'main',
      tag: 'dev',
      sha: sha ?? '',
      environment: environments._embedded.environments[0]?.uuid ?? '',
      uuid: environments._embedded.environments[0]?.uuid ?? '',
    });
  });
  afterAll(() => broker.close());

  const send = async (
    { method, path, type }: WriteRoute,
    body: string | Buffer<ArrayBuffer>,
  ): Promise<number> =>
    (
      await fetch(broker.url + path, {
        method,
        body,
        headers: { accept: 'application/hal+json', 'content-type': type },
        signal: AbortSignal.timeout(10_000),
      })
    ).status;

  it('knows the routes from the router', () => {
    const known = routes.map(({ method, path }) => `${method} ${path}`);
    expect(known).toContain('POST /contracts/publish');
    expect(known).toContain('PUT /pacticipants/Con/versions/1');
    expect(known.length).toBeGreaterThan(12);
  });

  it('is answered, and never by a failure, when a field is not what it should be', async () => {
    const failures: string[] = [];
    for (const route of routes) {
      for (const value of strange) {
        for (const body of replaced(route.body, value)) {
          const text = JSON.stringify(body);
          const status = await send(route, text);
          if (status >= 500) failures.push(`${status} ${route.method} ${route.path} ${text.slice(0, 300)}`);
        }
      }
    }
    expect(failures).toEqual([]);
  }, 120_000);

  it('is answered, and never by a failure, when it is no JSON of the right shape', async () => {
    const failures: string[] = [];
    for (const route of routes) {
      for (const body of [...bodies, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])]) {
        const status = await send(route, body);
        if (status >= 500)
          failures.push(`${status} ${route.method} ${route.path} ${body.toString().slice(0, 80)}`);
      }
    }
    expect(failures).toEqual([]);
    expect(({} as { name?: string }).name).toBeUndefined();
  }, 60_000);

  it('is answered when the path is odd', async () => {
    const odd = [
      '%00',
      '..%2f..%2fetc',
      '%',
      '%zz',
      '%ff',
      '%E0%A4%A',
      '%2e%2e',
      'x'.repeat(8000),
      "'--",
      '%F0%9F%98%80',
      '__proto__',
      'constructor',
    ];
    const failures: string[] = [];
    for (const { method, path, type, body } of routes) {
      const parts = path.split('/');
      for (let i = 2; i < parts.length; i++) {
        for (const name of odd) {
          const changed = parts.with(i, name).join('/');
          const status = await send({ method, path: changed, type, body }, JSON.stringify(body));
          if (status >= 500) failures.push(`${status} ${method} ${changed.slice(0, 200)}`);
        }
      }
    }
    expect(failures).toEqual([]);
  }, 60_000);

  it('never comes back as HTML on a page', async () => {
    const name = encodeURIComponent(script);
    await broker.publish(script, `${script}2`, { version: script, branch: script, tags: [script] });
    await broker.request('PATCH', `/pacticipants/${name}`, {
      displayName: script,
      repositoryUrl: 'javascript:alert(1)',
    });
    for (const path of [
      '/',
      `/pacticipants/${name}`,
      `/matrix/provider/${name}2/consumer/${name}`,
      `/pacts/provider/${name}2/consumer/${name}/latest`,
    ]) {
      const response = await fetch(broker.url + path, { headers: { accept: 'text/html' } });
      const text = await response.text();
      if (response.headers.get('content-type')?.includes('html')) {
        expect(text).not.toContain('<script>alert');
        expect(text).not.toMatch(/href="javascript:/);
      }
    }
  });

  it.each([
    [
      'two lengths',
      'POST /pacticipants HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
      400,
    ],
    [
      'length and chunks',
      'POST /pacticipants HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['no length a number', 'POST /pacticipants HTTP/1.1\r\nHost: a\r\nContent-Length: two\r\n\r\n{}', 400],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
    ['no HTTP', 'hello\r\n\r\n', 400],
    [
      'chunks that are none',
      'POST /pacticipants HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      400,
    ],
    [
      'an absolute target',
      'GET http://elsewhere/pacticipants HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      200,
    ],
  ])('is refused in HTTP itself: %s', async (_, request, status) => {
    const socket = connect(Number(new URL(broker.url).port), '127.0.0.1');
    socket.write(request);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(Number(answer.toString().split(' ')[1])).toBe(status);
    socket.destroy();
  });
});
