import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inVain, patience } from './until.ts';

/** A request that the receiver got. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A key, and a certificate for 127.0.0.1 that nobody else has signed. */
export interface SelfSigned {
  readonly key: string;
  readonly cert: string;
}

export function selfSigned(): SelfSigned {
  const directory = mkdtempSync(join(tmpdir(), 'embedded-broker-certificate-'));
  const [key, cert] = [join(directory, 'key.pem'), join(directory, 'cert.pem')];
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const subject = ['-days', '1', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', [...request, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const made = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(directory, { recursive: true });
  return made;
}

/** What the receiver answers; undefined for never. */
export interface Answering {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

/**
 * A server that webhooks are sent to, which keeps the requests.
 * @param tls makes it speak HTTPS
 */
export async function startReceiver(
  answer: (request: Received) => Answering | undefined | Promise<Answering> = () => ({}),
  tls?: SelfSigned,
) {
  const requests: Received[] = [];
  let notify: () => void = () => undefined;
  const listener: RequestListener = (request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const { method = '', url: path = '', headers } = request;
      const received = { method, path, headers, body: Buffer.concat(chunks).toString() };
      requests.push(received);
      notify();
      const answering = await answer(received);
      if (answering) response.writeHead(answering.status ?? 200, answering.headers).end(answering.body);
    })();
  };
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    requests,
    /**
     * Resolves when so many requests have come in.
     * @throws Error when they do not come
     */
    async count(wanted: number): Promise<Received[]> {
      const deadline = patience();
      while (requests.length < wanted) {
        await new Promise<void>((resolve, reject) => {
          notify = resolve;
          deadline.onabort = () =>
            reject(
              inVain(
                `request ${wanted} of a webhook; so far: ${requests.map(({ method, path }) => `${method} ${path}`).join(', ') || 'none'}`,
              ),
            );
        });
      }
      return requests;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
