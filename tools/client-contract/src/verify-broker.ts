import { fileURLToPath } from 'node:url';
import { verifyProvider, type StateHandlers, type VerificationResult } from '@pact-workshop/pact-tooling';
import { FilledBroker } from './broker.ts';
import { meant } from './on-the-way.ts';
import { states } from './states.ts';

/** The folder with the contract. */
const contract = fileURLToPath(new URL('../contract', import.meta.url));

/**
 * Verifies a broker against the contract of the official client. All that the broker has is deleted.
 * @param url base URL without a trailing slash
 * @throws VerificationFailedError when an interaction fails
 */
export function verifyBroker(url: string): Promise<VerificationResult> {
  const broker = new FilledBroker(url);
  const stateHandlers: StateHandlers = Object.fromEntries(
    Object.entries(states).map(([name, facts]) => [
      name,
      async () => {
        for (const fact of facts) await fact(broker);
      },
    ]),
  );
  return verifyProvider({
    provider: 'Pact Broker',
    providerBaseUrl: url,
    files: [contract],
    beforeEach: () => broker.empty(),
    stateHandlers,
    // Some links of the contract are written out with this host.
    headers: { host: 'example.org' },
    requestFilter: (request, _response, next) => {
      request.url = meant(request.url, broker.idsHere);
      next();
    },
  });
}
