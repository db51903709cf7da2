import { once } from 'node:events';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { get, request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type Answer, type TestBroker } from '../../test/broker-client.ts';
import { startWebhookBroker } from '../../test/webhook-broker.ts';
import { startReceiver } from '../../test/webhook-receiver.ts';

const clock = () => new Date('2026-01-02T03:04:05Z');
const pact = '/pacts/provider/Prov/consumer/Con';

/** A pact of some 400 kB; little of it differs from that of another mark. */
const large = (mark: string) => ({
  consumer: { name: 'Con' },
  provider: { name: 'Prov' },
  interactions: Array.from({ length: 400 }, (_, i) => ({
    description: `${i < 3 ? mark : 'thing'} ${i}`,
    providerState: `state ${i % 3}`,
    request: { method: 'GET', path: `/things/${i}` },
    response: { status: 200, body: { text: 'words '.repeat(150) } },
  })),
});

const publication = (version: string, content: object, branch = 'main') => ({
  pacticipantName: 'Con',
  pacticipantVersionNumber: version,
  branch,
  contracts: [
    {
      consumerName: 'Con',
      providerName: 'Prov',
      contentType: 'application/json',
      specification: 'pact',
      content: Buffer.from(JSON.stringify(content)).toString('base64'),
    },
  ],
});

const results = (length: number) =>
  Array.from({ length }, (_, i) => ({
    interactionId: `${i}`,
    success: false,
    mismatches: ['x'.repeat(500)],
  }));

describe('Requests that take long', () => {
  let directory: string;
  /** Answers them on threads. */
  let broker: TestBroker;
  /** Answers everything by itself: no second connection reaches its database. */
  let inMemory: TestBroker;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-long-'));
    broker = await startTestBroker({ db: join(directory, 'broker.sqlite'), clock });
    inMemory = await startTestBroker({ clock });
  });
  afterAll(async () => {
    await broker.close();
    await inMemory.close();
    rmSync(directory, { recursive: true });
  });

  /** An answer without what has to differ between two brokers. */
  const comparable = ({ status, headers, text }: Answer, { url }: TestBroker) => ({
    status,
    headers: Object.fromEntries(
      [...headers]
        .filter(([name]) => !['date', 'content-length'].includes(name))
        .map(([name, value]) => [name, value.replaceAll(url, 'http://broker')]),
    ),
    text: text.replaceAll(url, 'http://broker'),
  });
  const both = async (...request: Parameters<TestBroker['request']>) => {
    const answers = await Promise.all(
      [broker, inMemory].map(async (one) => comparable(await one.request(...request), one)),
    );
    expect(answers[0]).toEqual(answers[1]);
    return answers[0] as ReturnType<typeof comparable>;
  };
  const page = { accept: 'text/html' };

  it('are answered as all others', async () => {
    const statuses = [
      await both('POST', '/contracts/publish', publication('1', large('a'))),
      await both('POST', '/contracts/publish', publication('1', large('b'))),
      await both('POST', '/contracts/publish', publication('', large('b'))),
      await both('POST', '/contracts/publish', `{"contracts": "${'x'.repeat(300_000)}`),
      await both('PUT', `${pact}/version/2`, large('b')),
      await both('PUT', `${pact}/version/2`, large('c')),
      await both('PATCH', `${pact}/version/2`, large('d')),
      await both('PUT', `${pact}/version/3`, large('b'), { 'content-type': 'text/plain' }),
      await both('GET', `${pact}/latest`),
      await both('GET', `${pact}/version/1`, undefined, page),
      await both('GET', `${pact}/version/1.json`),
      await both('GET', `${pact}/version/2/diff/previous-distinct`, undefined, { accept: '*/*' }),
      await both('GET', `${pact}/compare?from=1&to=2`, undefined, page),
      await both('GET', '/pacts/provider/Prov/provider-states'),
    ].map(({ status }) => status);
    expect(statuses).toEqual([200, 409, 400, 400, 201, 409, 200, 415, 200, 200, 200, 200, 200, 200]);
  });

  it('may be results, and the pages about them', async () => {
    const { text } = await both('GET', `${pact}/version/1`);
    const { _links: links } = JSON.parse(text) as { _links: Record<string, { href: string }> };
    const path = new URL(links['pb:publish-verification-results']?.href ?? '').pathname;
    const result = { success: false, providerApplicationVersion: '1', testResults: results(600) };
    expect((await both('POST', path, result)).status).toBe(201);
    expect((await both('GET', `${pact}/version/1/verification-results/latest`, undefined, page)).status).toBe(
      200,
    );
    expect((await both('GET', `${pact}/version/1`, undefined, page)).status).toBe(200);
  });

  it('hold up no others', async () => {
    let isDone = false;
    const publishing = broker
      .request('POST', '/contracts/publish', publication('4', large('q')))
      .finally(() => (isDone = true));
    let answered = 0;
    while (!isDone) {
      await broker.request('GET', '/diagnostic/status/heartbeat');
      answered += 1;
    }
    expect((await publishing).status).toBe(200);
    expect(answered).toBeGreaterThan(5);
  });

  it('are told to open pages when they write', async () => {
    const listening = get(`${broker.url}/live`, { headers: { accept: 'text/event-stream' } });
    const [stream] = (await once(listening, 'response')) as [IncomingMessage];
    const told = (async () => {
      let seen = '';
      for await (const chunk of stream) if ((seen += String(chunk)).includes('event: change')) return seen;
      return seen;
    })();
    expect((await broker.request('PUT', `${pact}/version/5`, large('e'))).status).toBe(201);
    expect(await told).toContain('event: change');
  });

  it('are finished when the broker closes', async () => {
    const closing = await startTestBroker({ db: join(directory, 'closing.sqlite'), clock });
    const publishing = closing.request('PUT', `${pact}/version/1`, large('f'));
    await closing.request('GET', '/diagnostic/status/heartbeat');
    await closing.close();
    expect((await publishing).status).toBe(201);
  });
});

/** Sends a request as it is: `fetch` makes another path of some. */
function sendRaw(
  { url }: TestBroker,
  method: string,
  path: string,
  body: Buffer | string,
  headers: Record<string, string> = {},
): Promise<number> {
  const { hostname: host, port } = new URL(url);
  const type = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    request({ host, port, method, path, headers: { ...type, ...headers } }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    })
      .once('error', reject)
      .end(body);
  });
}

describe('A thread', () => {
  let directory: string;
  let db: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'embedded-broker-thread-'));
    db = join(directory, 'broker.sqlite');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const question = JSON.stringify({ padding: 'x'.repeat(300_000) });

  it.each([
    '/pacts/provider/x%5C..%5CProv/for-verification',
    '/pacts/provider/x\\..\\Prov/for-verification',
    '/pacts/provider/x/%2e%2e/Prov/for-verification',
    '/pacts/provider/../provider/Prov/for-verification',
    '/pacts/provider/Prov/for-verification#x',
    '/pacticipants\\..\\pacts/provider/Prov/for-verification',
  ])('answers the path that was asked for, and no other: %s', async (path) => {
    await using broker = await startTestBroker({ db });
    await using inMemory = await startTestBroker();
    for (const one of [broker, inMemory]) await one.publish('Con', 'Prov');
    const [onThread, here] = await Promise.all(
      [broker, inMemory].map((one) => sendRaw(one, 'POST', path, question)),
    );
    expect(onThread).toBe(here);
  });

  it('reads a body that came packed', async () => {
    await using broker = await startTestBroker({ db });
    const packed = gzipSync(JSON.stringify(large('packed')));
    const encoding = { 'content-encoding': 'gzip' };
    expect(await sendRaw(broker, 'PUT', `${pact}/version/1`, packed, encoding)).toBe(201);
  });

  it('reads while another process writes', async () => {
    await using broker = await startTestBroker({ db });
    await broker.request('PUT', `${pact}/version/1`, { ...large('a'), more: 'x' });
    await broker.close();
    await using again = await startTestBroker({ db });
    const other = new DatabaseSync(db);
    other.exec('BEGIN IMMEDIATE');
    const { status } = await again.request('GET', `${pact}/version/1`, undefined, { accept: 'text/html' });
    other.close();
    expect(status).toBe(200);
  });

  it('writes to no file but the one that the broker has open', async () => {
    await using broker = await startTestBroker({ db });
    await broker.publish('Con', 'Prov');
    renameSync(db, `${db}.moved`);
    const { status, text } = await broker.request('PUT', `${pact}/version/2`, large('b'));
    expect([status, existsSync(db)]).toEqual([503, false]);
    expect(text).toContain("can't answer what takes long at the moment");
    expect((await broker.request('GET', `${pact}/version/1`)).status).toBe(200);
    renameSync(`${db}.moved`, db);
    expect((await broker.request('PUT', `${pact}/version/2`, large('b'))).status).toBe(201);
  });

  it('has webhooks called also where the client did not wait', async () => {
    await using receiver = await startReceiver();
    await using broker = await startWebhookBroker({ db });
    await broker.webhook(receiver.url, ['contract_published']);
    const { hostname: host, port } = new URL(broker.url);
    const body = JSON.stringify(large('gone'));
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    const sent = request({ host, port, method: 'PUT', path: `${pact}/version/1`, headers });
    sent.once('error', () => undefined).end(body, () => sent.destroy());
    await receiver.count(1);
  });
});

describe('A list of many versions', () => {
  it('is answered by a thread, and is the same', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'embedded-broker-list-'));
    await using broker = await startTestBroker({ db: join(directory, 'broker.sqlite'), clock });
    for (let version = 1; version <= 501; version++)
      await broker.request('PUT', `/pacticipants/Con/versions/${version}`, {});
    const { body } = await broker.request('GET', '/pacticipants/Con/versions');
    expect((body as { _embedded: { versions: unknown[] } })._embedded.versions).toHaveLength(501);
    rmSync(directory, { recursive: true });
  });
});
