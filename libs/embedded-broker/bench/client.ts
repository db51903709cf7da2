import { Agent, request } from 'node:http';

export interface Timed {
  readonly status: number;
  readonly text: string;
  /** From sending to the last byte, in milliseconds. */
  readonly ms: number;
}

export type Client = ReturnType<typeof clientOf>;

/** Sends requests over kept connections and times them. */
export function clientOf(url: string) {
  const agent = new Agent({ keepAlive: true });
  const send = (method: string, path: string, body?: object, accept = 'application/hal+json') =>
    new Promise<Timed>((resolve, reject) => {
      const start = performance.now();
      const headers = { accept, ...(body ? { 'content-type': 'application/json' } : {}) };
      const sent = request(url + path, { agent, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, text, ms: performance.now() - start });
        });
      });
      sent.on('error', reject);
      sent.end(body && JSON.stringify(body));
    });
  return {
    /** @throws Error on any status of 400 and above: what fails is not worth timing */
    async send(method: string, path: string, body?: object, accept?: string): Promise<Timed> {
      const answer = await send(method, path, body, accept);
      if (answer.status >= 400)
        throw new Error(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
      return answer;
    },
    close: () => agent.destroy(),
  };
}
