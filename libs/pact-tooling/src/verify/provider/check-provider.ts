import { ProviderUnreachableError } from '../errors.ts';
import { refuseUnusableProxy } from './proxy.ts';
import { send, type Provider } from './send.ts';

/** Timeout of the first answer, in milliseconds. */
const patienceMs = 5000;

/**
 * Checks that the provider answers; any answer will do.
 * @throws ProviderUnreachableError if there is no answer in time
 * @throws VerificationOptionsError if it is behind a proxy that this Node can't use
 */
export async function checkProvider(provider: Provider): Promise<void> {
  refuseUnusableProxy(provider.baseUrl);
  const signal = AbortSignal.timeout(patienceMs);
  const { host } = new URL(provider.baseUrl);
  const headers = Object.entries({ Host: host, Accept: '*/*', Connection: 'close' });
  try {
    const answer = await send({ method: 'GET', path: '/', headers, body: Buffer.alloc(0) }, provider, signal);
    answer.destroy();
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    // A provider with an untrusted certificate is running.
    if (/CERT|SIGNATURE|SELF_SIGNED|TLS/.test(code)) return;
    const reason = signal.aborted ? `no answer within ${patienceMs} ms` : code || message;
    throw new ProviderUnreachableError(provider.baseUrl, reason, { cause: error });
  }
}
