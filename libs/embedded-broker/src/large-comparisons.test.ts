import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../test/broker-client.ts';

/** A pact of which no line is like those of another mark. */
const pact = (mark: string, lines: number) => ({
  consumer: { name: 'Con' },
  provider: { name: 'Prov' },
  interactions: [
    {
      description: 'a list',
      request: { method: 'GET', path: '/' },
      response: { status: 200, body: Array.from({ length: lines }, (_, i) => `${mark}${i}`) },
    },
  ],
});

describe('Two large pacts', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
    for (const [version, mark, lines] of [
      ['1', 'a', 4_000],
      ['2', 'b', 4_000],
      ['3', 'c', 60_000],
      ['4', 'd', 60_000],
    ] as const)
      await broker.request('PUT', `/pacts/provider/Prov/consumer/Con/version/${version}`, pact(mark, lines));
  });
  afterAll(() => broker.close());

  const path = '/pacts/provider/Prov/consumer/Con';
  const text = (from: string, to: string) =>
    broker.request('GET', `${path}/version/${to}/diff/version/${from}`, undefined, { accept: '*/*' });
  const page = (from: string, to: string) =>
    broker.request('GET', `${path}/compare?from=${from}&to=${to}`, undefined, { accept: 'text/html' });

  it.each([
    ['as text', text],
    ['on a page', page],
  ])('are compared while other requests are answered: %s', async (_, compare) => {
    let isDone = false;
    const comparing = compare('1', '2').finally(() => (isDone = true));
    let answered = 0;
    while (!isDone) {
      await broker.request('GET', '/diagnostic/status/heartbeat');
      answered += 1;
    }
    await comparing;
    expect(answered).toBeGreaterThan(5);
  });

  it('are given up after two seconds, with the reason', async () => {
    const reason = 'took longer than 2 seconds, and was given up';
    expect(await text('3', '4')).toMatchObject({
      status: 408,
      text: expect.stringContaining(reason) as unknown,
    });
  });

  it('are not listed line by line where one must not replace the other', async () => {
    const { status, text: refusal } = await broker.request('POST', '/contracts/publish', {
      pacticipantName: 'Con',
      pacticipantVersionNumber: '3',
      contracts: [
        {
          ...broker.contract('Con', 'Prov'),
          content: Buffer.from(JSON.stringify(pact('e', 60_000))).toString('base64'),
        },
      ],
    });
    expect(status).toBe(409);
    expect(refusal).toContain('So much differs that finding the lines would take too long.');
  });
});
