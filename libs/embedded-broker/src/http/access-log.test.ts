import { describe, expect, it } from '@jest/globals';
import { logLine } from '../cli/log-line.ts';
import { until } from '../../test/until.ts';
import { recordingLogger } from '../../test/log-records.ts';
import { startWebhookBroker } from '../../test/webhook-broker.ts';
import { startReceiver } from '../../test/webhook-receiver.ts';
import { startBroker } from '../../test/start-broker.ts';

describe('The log', () => {
  it('has a line for each request, without queries, credentials or bodies', async () => {
    const { logger, lines } = recordingLogger();
    const broker = await startBroker({
      logger,
      basicAuth: {
        writer: { username: 'ann', password: 'sesame' },
        reader: { username: 'bob', password: 'simsim' },
      },
    });
    await (
      await fetch(`${broker.url}/pacticipants?token=hush`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa('ann:sesame')}`, 'content-type': 'application/json' },
        body: '{"name":"Bodily"}',
      })
    ).text();
    const reader = { authorization: `Basic ${btoa('bob:simsim')}` };
    await (await fetch(`${broker.url}/pacticipants`, { headers: reader })).text();
    await (await fetch(`${broker.url}/pacticipants`)).text();
    await fetch(broker.url, { method: 'HEAD', headers: reader });
    await broker.close();
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({
        level: 30,
        method: 'POST',
        path: '/pacticipants',
        status: 201,
        user: 'ann',
        address: '127.0.0.1',
        ms: expect.any(Number) as unknown,
        bytes: expect.any(Number) as unknown,
      }),
      expect.objectContaining({ method: 'GET', status: 200, user: 'bob' }),
      expect.objectContaining({ method: 'GET', status: 401 }),
      expect.objectContaining({ method: 'HEAD', status: 200 }),
    ]);
    expect(lines[2]).not.toContain('"user"');
    const all = lines.join('');
    for (const secret of ['hush', 'sesame', btoa('ann:sesame'), 'Bodily']) expect(all).not.toContain(secret);
    expect(logLine(lines[0] ?? '', { color: false })).toMatch(
      /^\d\d:\d\d:\d\d INFO POST \/pacticipants 201 [\d.]+ ms 127\.0\.0\.1 ann\n$/,
    );
  });

  it('has clients that went away before the answer, and failures of the broker', async () => {
    const { logger, lines } = recordingLogger();
    await using broker = await startWebhookBroker({ logger });
    // It ends first, so that the broker does not wait for its answer.
    await using receiver = await startReceiver(() => undefined);
    const entries = () =>
      lines
        .map((line) => JSON.parse(line) as { msg: string; status: number; level: number; bytes: number })
        .filter(({ msg }) => msg === 'request');
    const text = await (await fetch(`${broker.url}/test/error`)).text();
    expect(entries()).toMatchObject([{ status: 500, level: 50 }]);
    expect(entries()[0]?.bytes).toBeGreaterThan(text.length);
    const stop = new AbortController();
    const request = { method: 'POST', url: receiver.url };
    const broken = fetch(`${broker.url}/webhooks/execute`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ request }),
      signal: stop.signal,
    });
    await receiver.count(1);
    stop.abort();
    await expect(broken).rejects.toThrow('aborted');
    await until(
      () => 'the line of a request that was broken off',
      () => Promise.resolve(entries()[1]),
    );
    expect(entries()[1]).toMatchObject({ status: 0, level: 30 });
  });
});
