import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { startServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { verifyProvider } from './index.ts';

beforeEach(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => void jest.restoreAllMocks());

/** Verifies with a broker that is ready when it is asked again, a second later. */
async function verify(onRetry?: () => void) {
  await using server = await startServer((request, response) => {
    if (server.requests.length === 1) return void response.writeHead(503, { 'Retry-After': '1' }).end();
    const index = { _links: { 'pb:provider-pacts-for-verification': { href: server.url } } };
    const body = request.method === 'GET' ? index : { _embedded: { pacts: [] } };
    response.writeHead(200, { 'Content-Type': 'application/hal+json' }).end(JSON.stringify(body));
  });
  const broker = { baseUrl: server.url, ...(onRetry ? { onRetry } : {}) };
  await verifyProvider({
    broker,
    provider: 'P',
    providerVersion: '1',
    providerBranch: 'b',
    allowNoPacts: true,
  });
}

it('A verification says why it waits for the broker', async () => {
  await verify();
  expect(console.error).toHaveBeenCalledWith(
    'The Pact Broker is not ready (status 503). Asking again in 1 s (1 of 4).',
  );
});

it('A verification leaves it to its caller to say so', async () => {
  const onRetry = jest.fn();
  await verify(onRetry);
  expect(onRetry).toHaveBeenCalledTimes(1);
  expect(console.error).not.toHaveBeenCalled();
});
