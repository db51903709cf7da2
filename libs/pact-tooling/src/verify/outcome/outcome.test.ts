import { gzipSync } from 'node:zlib';
import type { RequestListener } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { answering, startServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { startBroker } from '@pact-workshop/embedded-broker';
import { pact } from '../../../test/pact-fixtures.ts';
import { publishPacts } from '../../publish/index.ts';
import { VerificationFailedError, verifyProvider, type InteractionResult } from '../index.ts';

const interaction = {
  type: 'Synchronous/HTTP',
  description: 'a login',
  request: {
    method: 'POST',
    path: '/login',
    query: { token: ['s3cret'] },
    headers: { Authorization: ['Bearer s3cret'], 'Content-Type': ['application/json'] },
    body: { content: { user: 'sally', password: 's3cret' }, contentType: 'application/json', encoded: false },
  },
  response: { status: 200 },
};
const contract = { ...pact([]), interactions: [interaction] };

/** What became of the interaction when the provider answers like this. */
async function failureAgainst(listener: RequestListener): Promise<InteractionResult | undefined> {
  await using directory = await temporaryDirectory();
  await using server = await startServer((request, response) => {
    if (request.url === '/') response.end();
    else listener(request, response);
  });
  const files = [await directory.write('pact.json', contract)];
  const verifying = verifyProvider({
    provider: 'Provider',
    providerBaseUrl: server.url,
    files,
    timeoutMs: 300,
  });
  const error: unknown = await verifying.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(VerificationFailedError);
  return (error as VerificationFailedError).result.interactions[0];
}

describe('A failed interaction', () => {
  it('has request and answer without secrets', async () => {
    const failed = await failureAgainst((_request, response) => {
      response.writeHead(401, { 'Set-Cookie': ['a=s3cret', 'b=s3cret'], 'Content-Encoding': 'gzip' });
      response.end(gzipSync('{"error":"expired","access_token":"s3cret"}'));
    });
    expect(failed?.reason).toBe('the provider answered 401 where the contract has 200');
    expect(failed?.exchange).toMatchObject({
      request: { method: 'POST', path: '/login?token=***', body: '{"password":"***","user":"sally"}' },
      response: { status: 401, body: '{"error":"expired","access_token":"***"}' },
    });
    expect(JSON.stringify(failed)).not.toContain('s3cret');
  });

  it('has only the beginning of a long answer, and its length', async () => {
    const failed = await failureAgainst((_request, response) => {
      response.writeHead(500, { 'Content-Type': 'text/plain' }).end('x'.repeat(200_000));
    });
    expect(failed?.exchange?.response?.body).toMatch(/^x{4000}… \(200000 bytes\)$/);
  });

  it('has a description of a binary answer', async () => {
    const failed = await failureAgainst((_request, response) => {
      response.writeHead(500, { 'Content-Type': 'image/png' }).end(Buffer.from([1, 0, 2]));
    });
    expect(failed?.exchange?.response?.body).toBe('(3 bytes of image/png)');
  });

  it('has no answer if there was none', async () => {
    const failed = await failureAgainst(() => undefined);
    expect(failed?.exchange).toMatchObject({ request: { method: 'POST' }, response: undefined });
    expect(failed?.reason).toMatch(/did not answer POST .*: no answer within 300 ms$/);
  });

  it('has the source of its pending mark', async () => {
    await using directory = await temporaryDirectory();
    await using server = await startServer(answering(500, {}));
    await using broker = await startBroker();
    const options = { provider: 'Provider', providerBaseUrl: server.url, enablePending: true };
    const files = [
      await directory.write('pact.json', { ...contract, interactions: [{ ...interaction, pending: true }] }),
    ];
    expect((await verifyProvider({ ...options, files })).interactions).toMatchObject([
      { status: 'pending', pendingBy: 'contract' },
    ]);
    await publishPacts({
      broker: broker.url,
      files: [await directory.write('published.json', contract)],
      version: '1',
      branch: 'main',
    });
    const own = { broker: broker.url, providerVersion: '7', providerBranch: 'main' };
    expect((await verifyProvider({ ...options, ...own })).interactions).toMatchObject([
      { status: 'pending', pendingBy: 'broker' },
    ]);
  });
});

describe('The published results of single interactions', () => {
  it('are those of Pact’s verifier: with ids, mismatches and errors', async () => {
    await using directory = await temporaryDirectory();
    await using broker = await startBroker();
    await using server = await startServer((request, response) => {
      if (request.url === '/breaks') request.socket.destroy();
      else answering(200, { name: 1 })(request, response);
    });
    const file = await directory.write(
      'pact.json',
      pact([
        { description: 'a', body: { name: 'x' } },
        { description: 'b', path: '/breaks' },
        { description: 'c' },
      ]),
    );
    await publishPacts({ broker: broker.url, files: [file], version: '1', branch: 'main' });
    const verifying = verifyProvider({
      provider: 'Provider',
      providerBaseUrl: server.url,
      broker: broker.url,
      providerVersion: '7',
      providerBranch: 'main',
      publishResults: true,
    });
    await expect(verifying).rejects.toThrow(VerificationFailedError);
    const latest = `${broker.url}/pacts/provider/Provider/consumer/Consumer/latest/verification-results/latest`;
    const result = (await (await fetch(latest)).json()) as {
      success: boolean;
      testResults: { tests: unknown } | object[];
      verifiedBy: object;
    };
    expect(result).toMatchObject({ success: false, verifiedBy: { implementation: 'pact-tooling' } });
    expect(JSON.stringify(result.testResults)).toMatch(
      /"interactionId":"[^"]+".*"attribute":"body".*"identifier":"\$\.name"/,
    );
    expect(JSON.stringify(result.testResults)).toContain('the provider did not answer GET /breaks');
  });
});
