import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pactOf, startTestBroker, type TestBroker } from '../test/broker-client.ts';

describe('The API', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
  });
  afterEach(() => broker.close());

  describe('everywhere', () => {
    it('sends the same headers', async () => {
      for (const path of ['/', '/pacticipants', '/nope']) {
        const { headers } = await broker.request('GET', path);
        expect(headers.get('x-pact-broker-version')).toMatch(/^\d+\.\d+\.\d+$/);
        expect(headers.get('cache-control')).toBe('no-cache');
        expect(headers.get('vary')).toBe('Accept');
        expect(headers.get('x-content-type-options')).toBe('nosniff');
      }
    });

    it.each([
      [
        'GET',
        '/nope',
        {},
        404,
        'application/json;charset=utf-8',
        '{"error":"The requested document was not found on this server."}',
      ],
      [
        'GET',
        '/pacticipants/Nope',
        {},
        404,
        'application/hal+json;charset=utf-8',
        `{"error":"No pacticipant with name 'Nope' found"}`,
      ],
      ['GET', '/pacticipants', { accept: 'application/json' }, 406, null, ''],
      [
        'PUT',
        '/pacticipants/A/versions/1',
        { 'content-type': 'text/plain' },
        415,
        'application/hal+json;charset=utf-8',
        '',
      ],
      ['DELETE', '/contracts/publish', {}, 405, null, ''],
      ['HEAD', '/diagnostic/status/heartbeat', {}, 200, 'application/hal+json;charset=utf-8', ''],
      ['HEAD', '/pacticipants/Nope', {}, 404, 'application/hal+json;charset=utf-8', ''],
      ['HEAD', '/', { accept: 'text/html' }, 200, 'text/html;charset=utf-8', ''],
      ['HEAD', '/live', { accept: 'text/event-stream' }, 404, 'application/json;charset=utf-8', ''],
      ['HEAD', '/contracts/publish', {}, 405, null, ''],
      [
        'GET',
        '/a//b',
        {},
        404,
        'application/problem+json',
        '{"title":"Not Found","type":"/problem/not-found","detail":"Empty path component found","status":404}',
      ],
      [
        'GET',
        '/pacticipants/a%0Ab',
        {},
        422,
        'application/problem+json',
        '{"title":"Unprocessable","type":"/problem/invalid-request-parameter-value","detail":"URL path cannot contain a new line character.","status":422}',
      ],
    ])('answers %s %s %j', async (method, path, headers, status, type, text) => {
      const answer = await broker.request(method, path, method === 'PUT' ? '{}' : undefined, headers);
      expect([answer.status, answer.headers.get('content-type'), answer.text]).toEqual([status, type, text]);
    });

    it('lists what is allowed', async () => {
      expect((await broker.request('GET', '/contracts/publish')).headers.get('allow')).toBe('POST, OPTIONS');
      const options = await broker.request('OPTIONS', '/pacticipants');
      expect([options.status, options.headers.get('access-control-allow-methods')]).toEqual([
        200,
        'GET, POST, OPTIONS',
      ]);
    });

    it('answers a body that is no JSON with where it went wrong, as HAL or as a problem', async () => {
      const post = (accept: string) => broker.request('POST', '/contracts/publish', '{bad', { accept });
      const hal = await post('application/hal+json');
      expect(hal.status).toBe(400);
      expect((hal.body as { error: string }).error).toMatch(/^JSON::ParserError - /);
      const problem = await post('application/hal+json, application/problem+json');
      expect(problem.headers.get('content-type')).toBe('application/problem+json;charset=utf-8');
      expect(problem.body).toMatchObject({ title: 'Server error', status: 500 });
      const validation = await broker.request(
        'POST',
        '/contracts/publish',
        {},
        { accept: 'application/hal+json, application/problem+json' },
      );
      expect(validation.body).toMatchObject({
        title: 'Validation errors',
        status: 400,
        errors: [{ detail: 'is missing', pointer: '/pacticipantName' }, {}, {}],
      });
    });

    it.each([
      [
        'bytes that are not UTF-8',
        Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]),
        /non UTF-8 character at char 3/,
      ],
      ['JSON nested too deep', Buffer.from('['.repeat(100) + ']'.repeat(100)), /nesting of 51 is too deep/],
    ])('refuses %s', async (_, body, message) => {
      const response = await fetch(`${broker.url}/contracts/publish`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/hal+json' },
        body,
      });
      expect(response.status).toBe(400);
      expect(await response.text()).toMatch(message);
    });

    it.each(['null', '[]', '"x"', '1', 'true'])('is not thrown by the body %s', async (body) => {
      for (const [method, path] of [
        ['POST', '/contracts/publish'],
        ['POST', '/environments'],
        ['POST', '/pacticipants'],
        ['PUT', '/pacticipants/A/versions/1'],
        ['POST', '/pacts/provider/A/for-verification'],
      ] as const) {
        const { status } = await broker.request(method, path, body);
        expect(status).toBeLessThan(500);
      }
    });

    it('makes links for the host that was asked, also behind a proxy', async () => {
      const self = async (headers: Record<string, string>) => {
        const text = await new Promise<string>((resolve, reject) => {
          const options = { headers: { accept: 'application/hal+json', ...headers } };
          httpRequest(broker.url, options, (response) => {
            let body = '';
            response.on('data', (chunk: Buffer) => (body += chunk.toString())).on('end', () => resolve(body));
          })
            .on('error', reject)
            .end();
        });
        return (JSON.parse(text) as { _links: { self: { href: string } } })._links.self.href;
      };
      expect(await self({ host: 'example.org' })).toBe('http://example.org');
      expect(await self({ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'b.example' })).toBe(
        'https://b.example',
      );
      // Two proxies in a row, and one that says something else than how the web is asked.
      const chain = { 'x-forwarded-proto': 'https, http', 'x-forwarded-host': 'b.example , inner' };
      expect(await self(chain)).toBe('https://b.example');
      expect(await self({ 'x-forwarded-proto': 'javascript', host: 'c.example' })).toBe('http://c.example');
    });
  });

  it('takes names with any letters', async () => {
    const path = '/pacticipants/A%2FB%20%C3%A9/versions/1%2F2%20(x)';
    expect((await broker.request('PUT', `${path}/tags/x%2Fy`, {})).status).toBe(201);
    const { body } = await broker.request('GET', path);
    expect(body).toMatchObject({ number: '1/2 (x)', _embedded: { tags: [{ name: 'x/y' }] } });
    const { href } = (body as { _links: { self: { href: string } } })._links.self;
    expect(href).toBe(`${broker.url}/pacticipants/A%2FB%20%C3%A9/versions/1%2F2%20%28x%29`);
    expect((await broker.request('GET', href)).status).toBe(200);
  });

  describe('pacts', () => {
    const path = '/pacts/provider/Bar/consumer/Foo/version/1';

    it('are put, read in the order of their keys, and deleted', async () => {
      expect((await broker.request('PUT', path, pactOf('Foo', 'Bar', 'a'))).status).toBe(201);
      expect((await broker.request('PUT', path, pactOf('Foo', 'Bar', 'a'))).status).toBe(200);
      expect((await broker.request('PUT', path, pactOf('Foo', 'Bar', 'b'))).status).toBe(409);
      const { body } = await broker.request('GET', path);
      expect(Object.keys(body as object)).toEqual([
        'consumer',
        'provider',
        'interactions',
        'metadata',
        'createdAt',
        '_links',
      ]);
      expect((await broker.request('DELETE', path)).body).toMatchObject({
        _links: { index: { href: broker.url } },
      });
      expect((await broker.request('GET', path)).status).toBe(404);
    });

    it('must have the names of their URL', async () => {
      expect(await broker.request('PUT', path, pactOf('FooX', 'Bar', 'a'))).toMatchObject({
        status: 400,
        body: { errors: { 'consumer.name': ["name in pact 'FooX' does not match name in URL path 'Foo'."] } },
      });
    });

    it('may be any object or list', async () => {
      for (const text of ['[1.0]', '{}']) {
        const stored = await broker.request('PUT', `${path}${text.length}`, text);
        expect(stored.status).toBe(201);
      }
      expect((await broker.request('GET', `${path}5`)).text).toBe('[1.0]');
      expect(await broker.request('PUT', path, '"x"')).toMatchObject({
        status: 400,
        body: { error: 'RuntimeError - Expected JSON Object in request body but found String' },
      });
    });

    it('are found as the latest, of a tag or a branch', async () => {
      await broker.publish('Foo', 'Bar', { version: '1', content: 'a', branch: 'main', tags: ['t'] });
      await broker.publish('Foo', 'Bar', { version: '2', content: 'b', branch: 'feat' });
      const version = async (rest: string) =>
        (await broker.request('GET', `/pacts/provider/Bar/consumer/Foo${rest}`)).headers.get(
          'x-pact-consumer-version',
        );
      expect(await version('/latest')).toBe('2');
      expect(await version('/latest/t')).toBe('1');
      expect(await version('/branch/main/latest')).toBe('1');
      expect(await version('/latest/nope')).toBeNull();
      const all = await broker.request('GET', '/pacts/latest');
      expect(all.body).toMatchObject({
        pacts: [{ _embedded: { consumer: { name: 'Foo', _embedded: { version: { number: '2' } } } } }],
      });
      const provider = await broker.request('GET', '/pacts/provider/Bar/latest/t');
      expect(provider.body).toMatchObject({
        _links: { pacts: [{ name: 'Foo', href: `${broker.url}/pacts/provider/Bar/consumer/Foo/version/1` }] },
      });
    });
  });

  describe('verification results', () => {
    it('are numbered, found again, and can be deleted', async () => {
      await broker.publish('Foo', 'Bar');
      const first = await broker.verify('Foo', 'Bar', { version: '7', success: false });
      expect(first.status).toBe(201);
      const url = first.headers.get('location') ?? '';
      expect(url).toMatch(/\/verification-results\/101$/);
      expect((await broker.request('GET', url)).body).toMatchObject({
        providerApplicationVersion: '7',
        success: false,
      });
      await broker.verify('Foo', 'Bar', { version: '7' });
      const latest = () => broker.request('GET', url.replace('101', 'latest'));
      expect((await latest()).body).toMatchObject({ success: true });
      expect((await broker.request('DELETE', url.replace('101', '102'))).status).toBe(204);
      expect((await latest()).body).toMatchObject({ success: false });
      expect((await broker.matrix('q[][pacticipant]=Foo&q[][version]=1&latestby=cvp')).deployable).toBe(
        false,
      );
      expect((await broker.request('GET', url.replace('101', 'all'))).body).toEqual({
        error: 'To see all the verifications for a pact, use the Matrix page',
      });
    });

    it('keep what the verifier says of itself and of each interaction', async () => {
      await broker.publish('Foo', 'Bar');
      const pact = await broker.request('GET', '/pacts/provider/Bar/consumer/Foo/version/1');
      const url =
        (pact.body as { _links: Record<string, { href: string }> })._links['pb:publish-verification-results']
          ?.href ?? '';
      const testResults = [{ interactionId: 'x', success: true }];
      const verifiedBy = {
        implementation: 'Pact-Rust',
        version: '1',
        clientLanguage: { name: 'js', version: '2', testFramework: 'jest' },
      };
      const { body } = await broker.request('POST', url, {
        success: true,
        providerApplicationVersion: '7',
        buildUrl: 'http://ci/1',
        testResults,
        verifiedBy,
      });
      expect(body).toMatchObject({
        testResults,
        buildUrl: 'http://ci/1',
        verifiedBy: {
          implementation: 'Pact-Rust',
          version: '1',
          client_implementation: 'js',
          client_version: '2',
          client_test_framework: 'jest',
        },
      });
      expect((await broker.request('POST', url, {})).body).toEqual({
        errors: { success: ['is missing'], providerApplicationVersion: ['is missing'] },
      });
      expect(
        (await broker.request('POST', url.replace(/pact-version\/\w+/, 'pact-version/nope'), {})).status,
      ).toBe(404);
    });
  });

  describe('pacticipants, versions, branches and tags', () => {
    it('come into being when first written to', async () => {
      expect((await broker.request('PATCH', '/pacticipants/my-app', { mainBranch: 'main' })).status).toBe(
        201,
      );
      expect((await broker.request('GET', '/pacticipants/my-app')).body).toMatchObject({
        displayName: 'My App',
        mainBranch: 'main',
      });
      expect((await broker.request('PUT', '/pacticipants/nope', { displayName: 'x' })).status).toBe(404);
      expect((await broker.request('PUT', '/pacticipants/my-app/branches/b/versions/1', {})).status).toBe(
        201,
      );
      expect((await broker.request('PUT', '/pacticipants/my-app/branches/b/versions/1', {})).status).toBe(
        200,
      );
      expect((await broker.request('GET', '/pacticipants/my-app')).body).toMatchObject({
        _embedded: { latestVersion: { number: '1' } },
      });
    });

    it('order versions by when they were created, and heads by when they joined', async () => {
      for (const version of ['2', '10', '1'])
        await broker.request('PUT', `/pacticipants/A/versions/${version}`, {});
      await broker.request('PUT', '/pacticipants/A/branches/b/versions/10', {});
      await broker.request('PUT', '/pacticipants/A/branches/b/versions/2', {});
      await broker.request('PUT', '/pacticipants/A/branches/b/versions/10', {});
      const number = async (path: string) =>
        ((await broker.request('GET', `/pacticipants/A/${path}`)).body as { number: string }).number;
      expect(await number('latest-version')).toBe('1');
      expect(await number('branches/b/latest-version')).toBe('2');
      await broker.request('DELETE', '/pacticipants/A/branches/b/versions/2');
      expect(await number('branches/b/latest-version')).toBe('10');
      await broker.request('DELETE', '/pacticipants/A/versions/10');
      expect((await broker.request('GET', '/pacticipants/A/branches/b/latest-version')).status).toBe(404);
    });

    it('are listed in pages', async () => {
      for (const version of ['1', '2', '3'])
        await broker.request('PUT', `/pacticipants/A/versions/${version}`, {});
      const { body } = await broker.request('GET', '/pacticipants/A/versions?page=2&size=2');
      expect(body).toMatchObject({
        page: { number: 2, size: 2, totalElements: 3, totalPages: 2 },
        _embedded: { versions: [{ number: '1' }] },
        _links: { previous: { href: `${broker.url}/pacticipants/A/versions?size=2&page=1` } },
      });
      expect(await broker.request('GET', '/pacticipants/A/versions?page=0')).toMatchObject({
        status: 400,
        body: { errors: { page: ['must be greater than or equal to 1'] } },
      });
    });

    it('are removed with all that hangs on them', async () => {
      await broker.publish('Foo', 'Bar', { branch: 'main', tags: ['t'] });
      await broker.verify('Foo', 'Bar', { version: '7' });
      expect((await broker.request('DELETE', '/pacticipants/Foo')).status).toBe(204);
      expect((await broker.request('GET', '/pacts/latest')).body).toMatchObject({ pacts: [] });
      expect((await broker.request('GET', '/pacticipants/Bar')).status).toBe(200);
    });

    it('can lose all branches but those worth keeping', async () => {
      for (const branch of ['main', 'a', 'b'])
        await broker.request('PUT', `/pacticipants/A/branches/${branch}/versions/1`, {});
      const answer = await broker.request('DELETE', '/pacticipants/A/branches?exclude[]=b');
      expect(answer.status).toBe(202);
      const { body } = await broker.request('GET', '/pacticipants/A/branches');
      expect(
        (body as { _links: Record<string, { name: string }[]> })._links['pb:branches']
          ?.map(({ name }) => name)
          .sort(),
      ).toEqual(['b', 'main']);
    });
  });

  describe('basic auth', () => {
    const header = (user: string, password: string) => ({
      authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
    });

    it('lets the writer do all, the reader read, and others nothing', async () => {
      await using guarded = await startTestBroker({
        basicAuth: {
          writer: { username: 'w', password: 'pw' },
          reader: { username: 'r', password: 'pr' },
          publicHeartbeat: true,
        },
      });
      const status = async (method: string, path: string, headers: Record<string, string> = {}) =>
        (await guarded.request(method, path, method === 'GET' ? undefined : {}, headers)).status;
      expect(await status('GET', '/')).toBe(401);
      expect(await status('GET', '/', header('w', 'wrong'))).toBe(401);
      expect(await status('GET', '/', header('w', 'pw'))).toBe(200);
      expect(await status('GET', '/', header('r', 'pr'))).toBe(200);
      expect(await status('PUT', '/pacticipants/A/versions/1', header('r', 'pr'))).toBe(401);
      expect(await status('PUT', '/pacticipants/A/versions/1', header('w', 'pw'))).toBe(201);
      expect(await status('POST', '/pacts/provider/A/for-verification', header('r', 'pr'))).toBe(200);
      expect(await status('GET', '/diagnostic/status/heartbeat')).toBe(200);
      const refused = await guarded.request('GET', '/');
      expect(refused.headers.get('www-authenticate')).toBe('Basic realm="Restricted area"');
    });
  });
});
