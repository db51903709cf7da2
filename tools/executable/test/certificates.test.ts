import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestBroker } from '../../../libs/embedded-broker/test/broker-client.ts';
import { selfSigned, startReceiver } from '../../../libs/embedded-broker/test/webhook-receiver.ts';
import { executable } from '../src/output.ts';
import { startBrokerProgram } from './running-broker.ts';

describe('A webhook of the executable', () => {
  const tls = selfSigned();
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'embedded-broker-certificate-'));
    file = join(folder, 'certificate.pem');
    writeFileSync(file, tls.cert);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Whether a receiver gets it whose certificate nobody knows but the file. */
  const isDelivered = async (trust: Record<string, string>) => {
    await using receiver = await startReceiver(() => ({}), tls);
    await using program = await startBrokerProgram([executable, 'start', '--port', '0', '--db', ':memory:'], {
      env: { PACT_BROKER_WEBHOOK_HOST_WHITELIST: '127.0.0.1', ...trust },
    });
    const broker = await startTestBroker({}, () => Promise.resolve(program));
    const saved = await broker.request('POST', '/webhooks', {
      request: { method: 'POST', url: receiver.url },
      events: [{ name: 'contract_published' }],
    });
    const links = (saved.body as { _links: Record<string, { href: string }> })._links;
    await broker.request('POST', links['pb:execute']?.href ?? '', {});
    return receiver.requests.length === 1;
  };

  it('refuses a certificate that nobody signed', async () => {
    expect(await isDelivered({})).toBe(false);
  });

  it('trusts the certificates of NODE_EXTRA_CA_CERTS', async () => {
    expect(await isDelivered({ NODE_EXTRA_CA_CERTS: file })).toBe(true);
  });

  it('trusts those of the system where NODE_USE_SYSTEM_CA is set, SSL_CERT_FILE among them', async () => {
    expect(await isDelivered({ SSL_CERT_FILE: file })).toBe(false);
    expect(await isDelivered({ SSL_CERT_FILE: file, NODE_USE_SYSTEM_CA: '1' })).toBe(true);
  });
});
