import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';

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
