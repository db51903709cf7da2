import { Agent } from 'node:https';
import { getCACertificates } from 'node:tls';
import axios from 'axios';
import { ProviderUnreachableError } from '../errors.ts';
import type { Provider } from './send.ts';

/** Milliseconds that the provider has for its first sign of life. */
const patienceMs = 5000;

/**
 * Looks whether the provider is there, whatever it answers.
 * @throws ProviderUnreachableError when nothing answers in time
 */
export async function checkProvider({ baseUrl, ca }: Provider): Promise<void> {
  try {
    await axios
      .get(baseUrl, {
        timeout: patienceMs,
        // The time limit counts only until an answer begins; some never end it.
        signal: AbortSignal.timeout(patienceMs),
        responseType: 'stream',
        validateStatus: () => true,
        proxy: false,
        maxRedirects: 0,
        ...(ca === undefined ? {} : { httpsAgent: new Agent({ ca: [...getCACertificates(), ca] }) }),
      })
      .then(({ data }: { data: { destroy(): void } }) => data.destroy());
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    // Whoever shows a certificate is there, if not trusted.
    if (/CERT|SIGNATURE|SELF_SIGNED|TLS/.test(code)) return;
    throw new ProviderUnreachableError(baseUrl, code || message, { cause: error });
  }
}
