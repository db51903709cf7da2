import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { expect, it } from '@jest/globals';
import { openBroker } from './server.ts';

/** Sends a request, and waits until the server has it: Node answers `Expect` with 100 right before it hands it on. */
async function arrived(url: string): Promise<ClientRequest> {
  const outgoing = request(`${url}/environments`, { headers: { Expect: '100-continue' } });
  const received = once(outgoing, 'continue');
  outgoing.end();
  await received;
  return outgoing;
}

it('A broker that is open answers requests once it is loaded, also those that came before', async () => {
  await using broker = await openBroker({});
  const answers = [await arrived(broker.url), await arrived(broker.url)].map((early) =>
    once(early, 'response'),
  );
  await broker.load();
  for (const [response] of (await Promise.all(answers)) as [IncomingMessage][]) {
    expect(response.statusCode).toBe(200);
    response.resume();
  }
  expect((await fetch(`${broker.url}/environments`)).status).toBe(200);
});

it('A broker that is closed before it was loaded lets nobody wait', async () => {
  const broker = await openBroker({ limits: { shutdownTimeout: 60_000 } });
  const failed = once(await arrived(broker.url), 'error');
  await broker.close();
  expect(await failed).toMatchObject([{ code: 'ECONNRESET' }]);
});
