import { startServer, type TestServer } from '@pact-workshop/broker-client/test/http-server.ts';

/** An HTTP server on this machine that answers paths with JSON, and with 404 what it doesn't know. */
export function startHttpServer(answers: Readonly<Record<string, unknown>>): Promise<TestServer> {
  return startServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const known = Object.hasOwn(answers, pathname);
    request.resume();
    response
      .writeHead(known ? 200 : 404, { 'Content-Type': 'application/json' })
      .end(JSON.stringify(known ? answers[pathname] : { error: 'not found' }));
  });
}
