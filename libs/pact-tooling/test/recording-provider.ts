import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A provider that answers every request with 200, and records every byte. */
export interface RecordingProvider extends AsyncDisposable {
  readonly url: string;
  /** The requests so far, latin1, in their order. */
  readonly requests: readonly string[];
}

/** Uses only TCP, so that no HTTP library affects the recording. */
export async function startRecordingProvider(): Promise<RecordingProvider> {
  const requests: string[] = [];
  const server = createServer((socket) => {
    let received = '';
    socket.setEncoding('latin1').on('error', () => undefined);
    socket.on('data', (chunk: string) => {
      received += chunk;
      if (!isWhole(received)) return;
      requests.push(received);
      socket.end('HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function isWhole(received: string): boolean {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return false;
  const [, length = '0'] = /\r\ncontent-length: *(\d+)/i.exec(received.slice(0, end)) ?? [];
  return received.length >= end + 4 + Number(length);
}

/**
 * A recorded request for comparison: the verifier's order of headers changes from request to request.
 */
export function comparable(request: string, { url }: Pick<RecordingProvider, 'url'>): string {
  const end = request.indexOf('\r\n\r\n');
  const [line = '', ...headers] = request.slice(0, end).split('\r\n');
  const named = headers.map((header) => header.replace(new URL(url).host, '(the provider)'));
  return [line, ...named.toSorted(), '', request.slice(end + 4)].join('\n');
}
