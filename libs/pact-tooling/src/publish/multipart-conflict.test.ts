import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PactV4 } from '@pact-foundation/pact';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import { publishPacts } from './index.ts';

let broker: RunningBroker;
beforeAll(async () => {
  broker = await startBroker();
});
afterAll(async () => {
  await broker[Symbol.asyncDispose]();
});

describe('Publishing a multipart contract of another run under the same version', () => {
  /** Runs a consumer's test that sends a file, and publishes its pact. */
  async function publish(provider: string, path: string, boundary?: string) {
    await using directory = await temporaryDirectory();
    const file = await directory.write('note.txt', 'hello');
    const consumer = new PactV4({ consumer: 'Consumer', provider, dir: directory.path, logLevel: 'error' });
    await consumer
      .addInteraction()
      .uponReceiving('a file')
      .withRequest('POST', path, (request) => {
        request.multipartBody('text/plain', file, 'note', boundary);
      })
      .willRespondWith(204)
      .executeTest(({ url }) => {
        const body = new FormData();
        body.append('note', new Blob(['hello'], { type: 'text/plain' }), 'note.txt');
        return fetch(url + path, { method: 'POST', body });
      });
    return await publishPacts({ broker: broker.url, dir: directory.path, version: '1' });
  }

  it('reports that only the boundary differs, with advice', async () => {
    const { notices } = await publish('M', '/files');
    expect(notices.filter(({ type }) => type === 'warning')).toEqual([]);
    await expect(publish('M', '/files')).rejects.toThrow(
      /What changed:.*Only multipart boundaries differ.*multipartBody/s,
    );
  });

  it('does not mention boundaries if more has changed', async () => {
    await publish('N', '/files');
    const publishing = publish('N', '/notes');
    await expect(publishing).rejects.toThrow('What changed');
    await expect(publishing).rejects.not.toThrow('boundaries differ');
  });

  it('succeeds with a constant boundary', async () => {
    await publish('F', '/files', 'fixed');
    const { notices } = await publish('F', '/files', 'fixed');
    expect(notices.map(({ text }) => text).join('\n')).toContain('with no content changes');
  });
});
