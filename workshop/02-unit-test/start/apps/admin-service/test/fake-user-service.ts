import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server that stands in for the User Service in unit tests. */
export interface FakeUserService extends AsyncDisposable {
  readonly url: string;
  /** The last request it got. */
  readonly lastRequest: IncomingMessage | undefined;
}

/** @param answer writes the answer to each request */
export async function startFakeUserService(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<FakeUserService> {
  let lastRequest: IncomingMessage | undefined;
  const server = createServer((request, response) => {
    lastRequest = request;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get lastRequest() {
      return lastRequest;
    },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers every request with this status and JSON body. */
export function answerWith(status: number, body: unknown) {
  return (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };
}
