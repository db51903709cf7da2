import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that a webhook sent. */
export interface Delivery {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Takes what webhooks send. */
export interface Receiver extends AsyncDisposable {
  readonly url: string;
  /** What came so far to paths that begin so, in the order of the paths, since the order of arrival is no promise. */
  deliveriesTo(prefix: string): readonly Delivery[];
}

/** Headers that a webhook's author can set or that tell what is sent; the rest is the HTTP client's business. */
const compared = ['accept', 'authorization', 'content-type', 'user-agent', 'x-note'];

/** Starts a receiver on 127.0.0.1: it answers 200, or the status that a path like `/status/500` names. */
export async function startReceiver(): Promise<Receiver> {
  const deliveries: Delivery[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = request.url ?? '/';
      deliveries.push({ method: request.method ?? '', path, headers: headersOf(request), body });
      const [, status = '200'] = /\/status\/(\d{3})/.exec(path) ?? [];
      // Whether a client would have kept the connection is its own business.
      response
        .writeHead(Number(status), { 'content-type': 'application/json', connection: 'close' })
        .end('{"taken":true}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    deliveriesTo: (prefix) =>
      deliveries
        .filter(({ path }) => path.startsWith(prefix))
        .sort((one, other) => `${one.path} ${one.body}`.localeCompare(`${other.path} ${other.body}`)),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    compared.flatMap((name) => {
      const value = request.headers[name];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
