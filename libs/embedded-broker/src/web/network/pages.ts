import { textOf, type RackHash, type Routing } from '../../http/index.ts';
import { findPacticipant } from '../../pacticipants/index.ts';
import { connectionOf, neighbourhoodOf, wholeNetwork } from '../graph/index.ts';
import { integrationRows } from '../integration-list/integration-rows.ts';
import { seeOther, type PageRoute } from '../page-route.ts';
import { networkPage } from './page.ts';

/** How many pacticipants a picture holds at most, which is the usual, too: nobody could read one with more. */
const largestSize = 150;

const byName = { sort: 'consumer', descending: false } as const;
const everything = { number: 1, size: 1_000_000 };

/** The network of all pacticipants, and the part around one. */
export function networkPages({ database }: Routing): PageRoute[] {
  return [
    {
      path: '/network',
      get(call) {
        const all = integrationRows(database, {}, byName, everything).map(connectionOf);
        const pacticipant = textOf(call.query['pacticipant'])?.trim() || undefined;
        const max = wholeNumber(call.query, 'max', largestSize, largestSize);
        const steps = wholeNumber(call.query, 'steps', 2, 9);
        const isKnown = pacticipant === undefined || findPacticipant(database, pacticipant) !== undefined;
        const part =
          pacticipant === undefined
            ? wholeNetwork(all, max)
            : neighbourhoodOf(all, pacticipant, { steps, max });
        return networkPage(part, { pacticipant, max, steps, isKnown, largestSize }, call, namesIn(all));
      },
    },
    {
      // Where the official broker has the picture around a pacticipant.
      path: '/pacticipants/:pacticipant/network',
      get({ params, query, links }) {
        const around = new URLSearchParams({
          pacticipant: params['pacticipant'] ?? '',
          max: String(wholeNumber(query, 'maxPacticipants', largestSize, largestSize)),
        });
        return seeOther(`${links.to('/network')}?${around}`);
      },
    },
  ];
}

/** A number of the query, or the usual one where it is none. */
function wholeNumber(query: RackHash, name: string, usual: number, largest: number): number {
  const text = textOf(query[name]) ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Math.min(largest, Number(text)) : usual;
}

function namesIn(all: readonly { readonly consumer: string; readonly provider: string }[]): string[] {
  return [...new Set(all.flatMap(({ consumer, provider }) => [consumer, provider]))].toSorted();
}
