import { describe, expect, it } from '@jest/globals';
import { answering, startServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { mirror } from './index.ts';

const variables = ['PACT_BROKER_TOKEN', 'PACT_BROKER_USERNAME', 'PACT_BROKER_PASSWORD'];

describe('The mirror', () => {
  it.each([
    [{}, undefined],
    [{ token: 'own' }, 'Bearer own'],
    [{ username: 'me', password: 'own' }, `Basic ${Buffer.from('me:own').toString('base64')}`],
  ])('sends a broker only the given credentials: %j', async (credentials, authorization) => {
    const index = { _links: { 'pb:pacticipants': { href: 'http://127.0.0.1/' } } };
    await using server = await startServer((request, response) =>
      answering(200, request.url?.match(/^\/[ab]\/$/) ? index : { _embedded: { pacticipants: [] } })(
        request,
        response,
      ),
    );
    for (const name of variables) process.env[name] = 'of another broker';
    try {
      const broker = (name: string) => ({ baseUrl: `${server.url}/${name}`, retries: 0, ...credentials });
      index._links['pb:pacticipants'].href = `${server.url}/pacticipants`;
      await expect(mirror({ from: broker('a'), to: broker('b') })).rejects.toThrow('pb:environments');
    } finally {
      for (const name of variables) delete process.env[name];
    }
    expect(new Set(server.requests.map(({ url }) => url?.split('?')[0]))).toEqual(
      new Set(['/a/', '/b/', '/pacticipants']),
    );
    for (const { headers } of server.requests) expect(headers.authorization).toBe(authorization);
  });
});
