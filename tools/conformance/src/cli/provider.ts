import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The provider that pacts are verified against: it knows one user, and accepts every provider state. */
export async function startProvider(): Promise<AsyncDisposable & { readonly port: number }> {
  const server = createServer((request, response) => {
    request.resume();
    const found = request.url === '/users/1' || request.url === '/states';
    const body = request.url === '/users/1' ? { id: 1, name: 'Ann' } : {};
    response.writeHead(found ? 200 : 404, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
