import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { startServer, type TestServer } from './http-server.ts';

export interface ForwardingOptions {
  /** Handles a request with its body; `forward` sends it to the other server. */
  readonly around: (
    request: IncomingMessage,
    forward: () => Promise<Response>,
    body: string,
  ) => Promise<Response | 'broken connection' | 'broken answer'>;
}

/** A proxy for another server. Its address replaces the other's in the links of answers. */
export async function forwardTo(target: string, { around }: ForwardingOptions): Promise<TestServer> {
  const server = await startServer((request, response) => {
    const handle = async () => {
      const body = await text(request);
      const answer = await around(request, () => ask(target, request, body), body);
      if (answer === 'broken connection') return void request.socket.destroy();
      if (answer === 'broken answer') {
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
        return void response.write('{', () => request.socket.destroy());
      }
      const type = answer.headers.get('content-type') ?? 'application/json';
      const answered = (await answer.text()).replaceAll(target, server.url);
      for (const name of ['Server', 'Location']) {
        const value = answer.headers.get(name);
        if (value !== null) response.setHeader(name, value);
      }
      response.writeHead(answer.status, { 'Content-Type': type }).end(answered);
    };
    handle().catch(() => request.socket.destroy());
  });
  return server;
}

function ask(target: string, request: IncomingMessage, body: string): Promise<Response> {
  const { accept = '*/*', 'content-type': contentType } = request.headers;
  return fetch(`${target}${request.url}`, {
    method: request.method ?? 'GET',
    headers: { accept, ...(contentType === undefined ? {} : { 'content-type': contentType }) },
    body: body === '' ? undefined : body,
  });
}
