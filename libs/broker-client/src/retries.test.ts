import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { answering, startServer } from '../test/http-server.ts';
import { announceRetry, BrokerClient, type BrokerConnection, type Retry } from './index.ts';

/** The timeout of an answer; a value that no pause has. */
const timeoutMs = 987_654;
/** More requests than any client may send; then the server answers, so that no client repeats them without end. */
const tooMany = 20;

describe('The repetitions of a request', () => {
  /** The length of each pause in milliseconds; the test does not wait for it. */
  const pauses: number[] = [];
  beforeEach(() => {
    pauses.length = 0;
    const { setTimeout } = globalThis;
    jest.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void, time: number) => {
      if (time === timeoutMs) return setTimeout(work, time);
      pauses.push(time);
      return setTimeout(work, 0);
    }) as typeof setTimeout);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** Sends requests to a server that is never ready, until the client gives up. */
  async function askUnready(
    headers: Record<string, string>,
    connection: Pick<BrokerConnection, 'retries' | 'onRetry'> = {},
  ): Promise<number> {
    await using server = await startServer((request, response) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      const isEnd = server.requests.length > tooMany;
      answering(isEnd ? 400 : 503, isEnd ? { error: `asked more than ${tooMany} times` } : {})(
        request,
        response,
      );
    });
    const client = new BrokerClient({ baseUrl: server.url, timeoutMs, ...connection }, {});
    await expect(client.index()).rejects.toThrow('503');
    return server.requests.length;
  }

  it('come after pauses that double each time', async () => {
    expect(await askUnready({})).toBe(5);
    expect(pauses).toHaveLength(4);
    for (const [i, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual(200 * 2 ** i);
      expect(pause).toBeLessThanOrEqual(200 * 2 ** i * 1.2);
    }
  });

  it.each([
    ['seconds', () => '7', 7000],
    ['a time', () => new Date(Date.now() + 30_000).toUTCString(), 28_000],
    ['more than a minute', () => '3600', 60_000],
  ])('come after the pause of a Retry-After in %s', async (_, value, least) => {
    await askUnready({ 'Retry-After': value() });
    for (const pause of pauses) {
      expect(pause).toBeGreaterThanOrEqual(least);
      expect(pause).toBeLessThanOrEqual(60_000);
    }
    expect(pauses).toHaveLength(4);
  });

  it.each([0, 1, 7])('are counted: %i, each announced before', async (retries) => {
    let told = 0;
    expect(await askUnready({}, { retries, onRetry: () => told++ })).toBe(1 + retries);
    expect(told).toBe(retries);
  });

  it('are told with their pause and their reason', async () => {
    const told: Retry[] = [];
    await askUnready({ 'Retry-After': '7' }, { retries: 2, onRetry: (retry) => told.push(retry) });
    expect(told).toEqual(
      [1, 2].map((count) => ({ count, of: 2, pauseMs: pauses[count - 1], reason: 'status 503' })),
    );
  });

  it.each([
    [999, []],
    [1000, ['The Pact Broker is not ready (status 503). Asking again in 1 s (2 of 4).']],
    [31_234, ['The Pact Broker is not ready (status 503). Asking again in 31 s (2 of 4).']],
  ])('are announced if their pause of %i ms is long', (pauseMs, lines) => {
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    announceRetry({ count: 2, of: 4, pauseMs, reason: 'status 503' });
    expect(said.mock.calls.flat()).toEqual(lines);
  });

  it.each(['soon', '-1', '0'])('ignore a Retry-After of "%s"', async (value) => {
    await askUnready({ 'Retry-After': value });
    expect(pauses[0]).toBeLessThanOrEqual(240);
  });
});
