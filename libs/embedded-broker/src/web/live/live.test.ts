import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../../test/broker-client.ts';

describe('Live updates', () => {
  let broker: TestBroker;
  const open: IncomingMessage[] = [];
  beforeEach(async () => {
    broker = await startTestBroker();
  });
  afterEach(async () => {
    for (const stream of open.splice(0)) stream.destroy();
    await broker.close();
  });

  async function listen(headers: Record<string, string> = {}): Promise<IncomingMessage> {
    const request = get(`${broker.url}/live`, { headers: { accept: 'text/event-stream', ...headers } });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    open.push(response);
    response.on('error', () => undefined);
    return response;
  }
  async function until(stream: IncomingMessage, text: string): Promise<void> {
    let seen = '';
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      seen += String(chunk);
      if (seen.includes(text)) return;
    }
    throw new Error(`the stream ended after: ${seen}`);
  }

  it('report a publication and a result', async () => {
    const stream = await listen();
    expect(stream.headers['content-type']).toBe('text/event-stream;charset=utf-8');
    expect(stream.headers['cache-control']).toBe('no-store');
    await broker.publish('C', 'P');
    await until(stream, 'event: change');
    await broker.verify('C', 'P', { version: '1' });
    await until(stream, 'event: change');
  });

  it('do not report reads and refused requests', async () => {
    await broker.publish('C', 'P');
    const stream = await listen();
    const statuses: number[] = [];
    for (const [method, path, body] of [
      ['POST', '/pacts/provider/P/for-verification', { consumerVersionSelectors: [{ latest: true }] }],
      ['POST', '/contracts/publish', { pacticipantName: 'C' }],
      ['PUT', '/pacts/provider/P/consumer/C/version/2', '{'],
      ['OPTIONS', '/pacticipants', undefined],
    ] as const)
      statuses.push((await broker.request(method, path, body)).status);
    expect(statuses).toEqual([200, 400, 400, 200]);
    await broker.close();
    let told = '';
    for await (const chunk of stream) told += String(chunk);
    expect(told).not.toContain('event: change');
  });

  it('do not keep a broker from closing', async () => {
    await broker.close();
    // Longer than a test may take: whoever waited for the deadline would fail.
    broker = await startTestBroker({ limits: { shutdownTimeout: 60_000 } });
    const stream = await listen();
    stream.resume();
    const ended = once(stream, 'end');
    await broker.close();
    await ended;
  });

  it('are for who may read', async () => {
    await broker.close();
    broker = await startTestBroker({
      basicAuth: { writer: { username: 'w', password: 'p' }, reader: { username: 'r', password: 'p' } },
    });
    expect((await listen()).statusCode).toBe(401);
    const credentials = Buffer.from('r:p').toString('base64');
    expect((await listen({ authorization: `Basic ${credentials}` })).statusCode).toBe(200);
  });

  it('are refused to who wants too many, without harm to others', async () => {
    const streams = await Promise.all(Array.from({ length: 101 }, () => listen()));
    expect(streams.map(({ statusCode }) => statusCode).filter((status) => status === 503)).toHaveLength(1);
    expect((await broker.request('GET', '/')).status).toBe(200);
    streams[0]?.destroy();
  });

  it('are nothing to programs that do not ask for them', async () => {
    expect((await broker.request('GET', '/live')).status).toBe(404);
  });
});
