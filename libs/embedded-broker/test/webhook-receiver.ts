import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that a webhook made. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the receiver answers; undefined for never. */
export interface Answering {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

/** An HTTP server for webhooks to call, which keeps what it gets. */
export async function startReceiver(answer: (request: Received) => Answering | undefined = () => ({})) {
  const requests: Received[] = [];
  let notify: () => void = () => undefined;
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const { method = '', url: path = '', headers } = request;
      const received = { method, path, headers, body: Buffer.concat(chunks).toString() };
      requests.push(received);
      notify();
      const answering = answer(received);
      if (answering) response.writeHead(answering.status ?? 200, answering.headers).end(answering.body);
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    requests,
    /** Resolves when so many requests have come in. */
    async count(wanted: number): Promise<Received[]> {
      while (requests.length < wanted) await new Promise<void>((resolve) => (notify = resolve));
      return requests;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Asks again and again until the answer is there. */
export async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
