import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server on this machine that answers paths with JSON, and with 404 what it doesn't know. */
export async function startHttpServer(answers: Readonly<Record<string, unknown>>) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const known = Object.hasOwn(answers, pathname);
    request.resume();
    response
      .writeHead(known ? 200 : 404, { 'Content-Type': 'application/json' })
      .end(JSON.stringify(known ? answers[pathname] : { error: 'not found' }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
