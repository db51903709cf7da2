import { askMatrix } from '../can-i-deploy/index.ts';
import type { BrokerClient } from '../broker/index.ts';
import type { BrokerPact } from './pacts.ts';

/** Where the broker keeps the result of each pact with a provider version; undefined for those without one. */
export function resultUrls(
  client: BrokerClient,
  pacts: readonly BrokerPact[],
  providerVersion: string,
): Promise<(string | undefined)[]> {
  return Promise.all(
    pacts.map(async ({ consumer, consumerVersion, provider }) => {
      const selectors = [
        { pacticipant: consumer, version: consumerVersion },
        { pacticipant: provider, version: providerVersion },
      ];
      const { rows } = await askMatrix(client, selectors, { latestby: 'cvpv' });
      return rows.find((row) => row.consumer.name === consumer && row.provider.version === providerVersion)
        ?.resultUrl;
    }),
  );
}
