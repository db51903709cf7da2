import { expect, it } from '@jest/globals';
import { startTestBroker } from '../../test/broker-client.ts';

it('A pact that is deleted takes nothing of others along, and its results count again when it comes back', async () => {
  await using broker = await startTestBroker();
  for (const version of ['1', '2']) {
    await broker.publish('Con', ['Prov', 'Other'], { version, content: version });
    await broker.publish('Con2', 'Prov', { version, content: version });
  }
  await broker.verify('Con', 'Prov', { consumerVersion: '2', version: '10' });
  const path = (consumer: string, provider: string, version: string) =>
    `/pacts/provider/${provider}/consumer/${consumer}/version/${version}`;
  const status = async (...pact: [string, string, string]) =>
    (await broker.request('GET', path(...pact))).status;

  const answer = await broker.request('DELETE', path('Con', 'Prov', '2'));
  expect(answer).toMatchObject({
    status: 200,
    body: {
      _links: { 'pb:latest-pact-version': { href: `${broker.url}/pacts/provider/Prov/consumer/Con/latest` } },
    },
  });
  expect((await broker.request('DELETE', path('Con', 'Prov', '2'))).status).toBe(404);
  expect(await status('Con', 'Prov', '2')).toBe(404);
  expect([
    await status('Con', 'Prov', '1'),
    await status('Con', 'Other', '2'),
    await status('Con2', 'Prov', '2'),
  ]).toEqual([200, 200, 200]);
  const latest = await broker.request('GET', '/pacts/provider/Prov/consumer/Con/latest');
  expect(latest.headers.get('x-pact-consumer-version')).toBe('1');

  await broker.publish('Con', 'Prov', { version: '2', content: '2' });
  const { rows } = await broker.matrix('q[][pacticipant]=Con&q[][version]=2&latestby=cvp');
  expect(rows).toContain('Con 2 Prov 10 true');
});
