import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import { recordingLogger } from '../../test/log-records.ts';
import { MessagesError, ValidationError } from './errors.ts';

/** As the official broker answers. */
describe('An error as application/problem+json', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
  });
  afterAll(() => broker.close());
  const ask = (method: string, path: string, body?: unknown) =>
    broker.request(method, path, body, { accept: 'application/hal+json, application/problem+json' });

  it.each(['/pacticipants/Foo/versions/1', '/nowhere'])('for nothing at %s', async (path) => {
    const answer = await ask('GET', path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(answer.body).toEqual({
      title: '404 Not Found',
      type: '/problem/not-found',
      detail: 'The requested document was not found on this server.',
      status: 404,
    });
  });

  it('for a name that nobody has', async () => {
    expect((await ask('GET', '/pacticipants/Foo')).body).toEqual({
      title: 'Not found',
      type: `${broker.url}/problem/not-found`,
      detail: "No pacticipant with name 'Foo' found",
      status: 404,
    });
  });

  it('for a matrix without selectors', async () => {
    expect((await ask('GET', '/matrix')).body).toMatchObject({
      title: 'Validation errors',
      type: `${broker.url}/problems/validation-error`,
      status: 400,
      instance: '/',
      errors: [
        { type: `${broker.url}/problems/invalid-body-property-value`, title: 'Invalid body parameter' },
      ],
    });
  });

  it('for a pact whose content would change: 409, which the official broker calls a server error', async () => {
    const path = '/pacts/provider/P/consumer/C/version/1';
    await ask('PUT', path, { interactions: [] });
    const answer = await ask('PUT', path, { interactions: [{}] });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      title: 'Server error',
      type: `${broker.url}/problem/server-error`,
      status: 500,
    });
  });

  it.each([
    ['page=x', { page: ['must be an integer'] }],
    ['page=0', { page: ['must be greater than or equal to 1'] }],
    ['size=x', { size: ['must be an integer'] }],
  ])('or plain, for the query %s', async (query, errors) => {
    expect(await broker.request('GET', `/pacticipants?${query}`)).toMatchObject({
      status: 400,
      body: { errors },
    });
  });
});

describe('What is wrong with a field', () => {
  const context = { baseUrl: 'http://broker', asProblem: true };
  const value = 'http://broker/problems/invalid-body-property-value';
  const missing = 'http://broker/problems/missing-body-property';

  it.each([
    ['name', 'must be filled', value, 'must be filled', '/name'],
    ['name', 'is missing', missing, 'is missing', '/name'],
    ['request.url', 'is missing', missing, 'is missing', '/request/url'],
    ['events', 'name is missing (at index 2)', missing, 'name is missing', '/events/2'],
    ['events', 'must be a\nline (at index 10)', value, 'must be a\nline', '/events/10'],
    ['events', 'at index 2', value, 'at index 2', '/events'],
    ['', 'is wrong', value, 'is wrong', undefined],
  ])('%s: %j has a place in a problem', (field, message, type, detail, pointer) => {
    const reply = new ValidationError({ [field]: [message] }).reply(context);
    expect(reply.body).toEqual({
      title: 'Validation errors',
      type: 'http://broker/problems/validation-error',
      status: 400,
      instance: '/',
      errors: [{ type, title: 'Invalid body parameter', detail, pointer }],
    });
    expect(reply.contentType).toBe('application/problem+json');
  });

  it('has all its messages, under its own status', () => {
    const error = new ValidationError({ a: ['x', 'y'], b: ['z'] }, 422);
    expect(error.reply({ ...context, asProblem: false })).toEqual({
      status: 422,
      body: { errors: { a: ['x', 'y'], b: ['z'] } },
    });
    const { status, body } = error.reply(context);
    expect([status, (body as { errors: { detail: string }[] }).errors.map(({ detail }) => detail)]).toEqual([
      422,
      ['x', 'y', 'z'],
    ]);
    expect(new MessagesError(['x', 'y']).reply({ ...context, asProblem: false })).toEqual({
      status: 400,
      body: { errors: ['x', 'y'] },
    });
  });
});

describe('A failure of the broker', () => {
  const reference = /^An error has occurred. The details have been logged with the reference [0-9a-f]{10}$/;

  it('is a reference that stands in the log, and nothing else', async () => {
    const { logger, lines } = recordingLogger();
    await using broker = await startTestBroker({ logger });
    const ask = (accept: string) => broker.request('GET', '/test/error?secret=hush', undefined, { accept });
    const plain = await ask('application/hal+json');
    expect([plain.status, plain.body]).toEqual([
      500,
      { error: { message: expect.stringMatching(reference), reference: expect.any(String) } },
    ]);
    const problem = await ask('application/hal+json, application/problem+json');
    expect(problem.headers.get('content-type')).toBe('application/problem+json;charset=utf-8');
    expect(problem.body).toEqual({
      title: 'Server error',
      type: '/problems/server-error',
      detail: expect.stringMatching(reference),
      status: 500,
    });
    const logged = lines
      .map((line) => JSON.parse(line) as { msg: string; level: number; reference?: string; path: string })
      .filter(({ msg }) => msg === 'request failed');
    expect(logged).toMatchObject([{ level: 50, path: '/test/error' }, { level: 50 }]);
    expect((plain.body as { error: { reference: string } }).error.reference).toBe(logged[0]?.reference);
    expect((problem.body as { detail: string }).detail).toContain(logged[1]?.reference);
    expect(lines.join('')).not.toContain('hush');
    expect(plain.text + problem.text).not.toContain('panic');
  });
});
