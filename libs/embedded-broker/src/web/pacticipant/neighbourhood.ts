import type { Urls } from '../../http/index.ts';
import { verificationTone } from '../components/verification-words.ts';
import type { Graph } from '../graph/graph.ts';
import type { IntegrationRow } from '../integration-list/store.ts';

/** How many boxes a picture between two tables may have. */
const mostNodes = 60;

/**
 * The diagram of contracts: their pacticipants, and how each contract stands.
 * @param centre the name of the pacticipant that the diagram is about
 * @returns undefined where it would be too large
 */
export function neighbourhoodGraph(
  centre: string,
  contracts: readonly IntegrationRow[],
  links: Urls,
): Graph | undefined {
  const names = [...new Set(contracts.flatMap(({ consumer, provider }) => [consumer, provider]))];
  if (names.length > mostNodes) return undefined;
  return {
    nodes: names.map((name) => ({ name, href: links.pacticipant(name), isCentre: name === centre })),
    edges: contracts.map(({ consumer, provider, status }) => {
      const [tone, words] = verificationTone(status);
      return { consumer, provider, href: links.integrationDashboard(consumer, provider), tone, words };
    }),
  };
}
