import { connect, type Socket } from 'node:net';

/** A request as its bytes. */
export function requestBytes(method: string, path: string, body?: string): Buffer {
  const content = body === undefined ? '' : `content-type: application/json\r\n`;
  const length = body === undefined ? '' : `content-length: ${Buffer.byteLength(body)}\r\n`;
  const head = `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: application/hal+json\r\n${content}${length}\r\n`;
  return Buffer.from(head + (body ?? ''));
}

/**
 * Sends requests over some connections, on each one after the other, until they are all answered. It writes and reads
 * bytes, so that the client takes as little of the machine as it can.
 * @returns how many were answered in a second
 * @throws Error on any answer but 200
 */
export async function rateOf(url: string, connections: number, requests: Iterable<Buffer>): Promise<number> {
  const { hostname, port } = new URL(url);
  const next = requests[Symbol.iterator]();
  const sockets = await Promise.all(
    Array.from({ length: connections }, () => connected(hostname, Number(port))),
  );
  let answered = 0;
  const start = performance.now();
  await Promise.all(
    sockets.map(async (socket) => {
      for (let one = next.next(); !one.done; one = next.next()) {
        await answerOf(socket, one.value);
        answered++;
      }
    }),
  );
  const rate = answered / ((performance.now() - start) / 1000);
  for (const socket of sockets) socket.destroy();
  return rate;
}

function connected(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Sends a request, and waits for the whole answer. */
function answerOf(socket: Socket, request: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    let missing: number | undefined;
    let head = '';
    const take = (chunk: Buffer) => {
      if (missing === undefined) {
        head += chunk.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
        if (!head.startsWith('HTTP/1.1 200 ') || !(length >= 0)) return fail(new Error(head.slice(0, 2000)));
        missing = length - (head.length - end - 4);
      } else missing -= chunk.length;
      if (missing > 0) return;
      stop();
      resolve();
    };
    const fail = (error: Error) => {
      stop();
      reject(error);
    };
    const closed = () => fail(new Error('the server closed the connection'));
    const stop = () => void socket.off('data', take).off('error', fail).off('close', closed);
    socket.on('data', take).on('error', fail).on('close', closed);
    socket.write(request);
  });
}
