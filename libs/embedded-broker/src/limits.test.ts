import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Limits } from './config/index.ts';
import { startBroker } from '../test/start-broker.ts';
import type { RunningBroker } from './server.ts';

describe('A client that asks too much', () => {
  let broker: RunningBroker;
  afterEach(() => broker.close());
  const start = async (limits: Partial<Limits>) => (broker = await startBroker({ limits }));
  const open = () => connect(Number(new URL(broker.url).port), '127.0.0.1').on('error', () => undefined);
  const firstLine = async (socket: Socket) => {
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return answer.toString();
  };

  /** Told apart from what other limits do to a connection: those are far off here. */
  const patient = { requestTimeout: 600_000, headersTimeout: 600_000, keepAliveTimeout: 600_000 };
  const cut = (socket: Socket) => once(socket, 'close', { signal: AbortSignal.timeout(10_000) });

  it('is refused at once when it announces a large body, and is cut off when it goes on', async () => {
    await start({ ...patient, lingerTimeout: 50 });
    const socket = open();
    socket.write(`POST /pacticipants HTTP/1.1\r\nHost: a\r\nContent-Length: ${100 * 1024 * 1024}\r\n\r\n{`);
    const answer = await firstLine(socket);
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toContain('"error":"The request body is larger than 52428800 bytes.');
    await cut(socket);
  });

  it('is refused while a body without a length arrives, before its end', async () => {
    await start({ ...patient, maxBody: 1000, lingerTimeout: 50 });
    const socket = open();
    const chunk = `${(600).toString(16)}\r\n${'x'.repeat(600)}\r\n`;
    socket.write(
      `POST /pacticipants HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}${chunk}`,
    );
    expect(await firstLine(socket)).toMatch(/^HTTP\/1.1 413 /);
    await cut(socket);
  });

  it.each([
    ['with its length', (size: number) => `Content-Length: ${size}\r\n\r\n${'x'.repeat(size)}`],
    [
      'in pieces',
      (size: number) =>
        `Transfer-Encoding: chunked\r\n\r\n${size.toString(16)}\r\n${'x'.repeat(size)}\r\n0\r\n\r\n`,
    ],
  ])('may send just as much as is allowed, %s', async (_how, rest) => {
    await start({ maxBody: 1000 });
    for (const [size, status] of [
      [1000, 400],
      [1001, 413],
    ] as const) {
      const socket = open();
      socket.write(
        `POST /pacticipants HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${rest(size)}`,
      );
      expect(await firstLine(socket)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      socket.destroy();
    }
  });

  it('gets 413 for a hundred megabytes, which are not kept in memory', async () => {
    await start({});
    const block = Buffer.alloc(1024 * 1024, 'x');
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        if (sent++ < 100) controller.enqueue(block);
        else controller.close();
      },
    });
    const before = process.memoryUsage().arrayBuffers;
    const response = await fetch(`${broker.url}/contracts/publish`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      duplex: 'half',
    } as RequestInit);
    expect(response.status).toBe(413);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(80 * 1024 * 1024);
  });

  it.each([
    ['headers', 'GET / HTTP/1.1\r\nHost: a\r\n'],
    ['a body', 'POST /pacticipants HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{'],
  ])('is given up on when %s do not arrive in time', async (_, part) => {
    await start({ headersTimeout: 100, requestTimeout: 150 });
    const socket = open();
    socket.write(part);
    expect(await firstLine(socket)).toMatch(/^HTTP\/1.1 408 /);
    await once(socket, 'close');
  });

  it('does not hold up the end: idle connections close at once, a request under way is cut at the deadline', async () => {
    await start({ shutdownTimeout: 100 });
    const idle = open();
    idle.write('GET /diagnostic/status/heartbeat HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(await firstLine(idle)).toMatch(/^HTTP\/1.1 200 /);
    const slow = open();
    slow.write('POST /pacticipants HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{');
    await once(slow, 'connect');
    await Promise.all([broker.close(), once(idle, 'close'), once(slow, 'close')]);
  });

  it('does not hold up the end by a connection on which it has asked nothing yet', async () => {
    await start({ shutdownTimeout: 600_000 });
    const unused = open();
    await once(unused, 'connect');
    const gone = once(unused, 'close');
    // The broker knows of the connection when it has answered on a later one.
    await fetch(`${broker.url}/diagnostic/status/heartbeat`);
    await Promise.all([broker.close(), gone]);
  });

  it('still gets the answer to a request that was under way when the broker was stopped', async () => {
    await start({});
    const socket = open();
    const body = '{"name":"Late"}';
    socket.write(
      `POST /pacticipants HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    expect(await firstLine(socket)).toMatch(/^HTTP\/1.1 100 /);
    const closed = broker.close();
    socket.write(body);
    expect(await firstLine(socket)).toMatch(/^HTTP\/1.1 201 /);
    await Promise.all([closed, once(socket, 'close')]);
  });
});
