import { Agent, request } from 'node:http';

/** A request whose body is ready to be sent, so that the client takes as little of the machine as it can. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: Buffer;
  readonly accept?: string;
  /** The status of the answer that is expected, or all that may be: 200 unless said otherwise. */
  readonly status?: number | readonly number[];
}

export interface Answer {
  readonly status: number;
  readonly body: Buffer;
  /** From sending to the last byte, in milliseconds. */
  readonly ms: number;
}

export interface Sender {
  /** @throws Error on any other status than the expected ones */
  send(asked: Asked): Promise<Answer>;
  close(): void;
}

/** Sends requests over kept connections. */
export function senderTo(url: string): Sender {
  const agent = new Agent({ keepAlive: true });
  return {
    send: ({ method, path, body, accept = 'application/hal+json', status = 200 }) =>
      new Promise((resolve, reject) => {
        const headers = {
          accept,
          ...(body ? { 'content-type': 'application/json', 'content-length': body.length } : {}),
        };
        const start = performance.now();
        const sent = request(url + path, { agent, method, headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('end', () => {
            const ms = performance.now() - start;
            const content = Buffer.concat(chunks);
            const { statusCode = 0 } = response;
            if ([status].flat().includes(statusCode)) resolve({ status: statusCode, body: content, ms });
            else
              reject(
                new Error(
                  `${method} ${path}: ${statusCode} instead of ${[status].flat().join(' or ')}: ${content.toString('utf8', 0, 300)}`,
                ),
              );
          });
        });
        sent.once('error', reject);
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}
