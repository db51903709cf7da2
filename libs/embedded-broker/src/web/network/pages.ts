import { textOf, type RackHash, type Routing } from '../../http/index.ts';
import { findPacticipant } from '../../pacticipants/index.ts';
import { connectionOf, namesAround, namesByWeight, partOf } from '../graph/index.ts';
import { integrationRows } from '../integration-list/integration-rows.ts';
import { integrationSides } from '../integration-list/store.ts';
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
        const all = integrationSides(database);
        const pacticipant = textOf(call.query['pacticipant'])?.trim() || undefined;
        const max = wholeNumber(call.query, 'max', largestSize, largestSize);
        const steps = wholeNumber(call.query, 'steps', 2, 9);
        const isKnown = pacticipant === undefined || findPacticipant(database, pacticipant) !== undefined;
        const names =
          pacticipant === undefined ? namesByWeight(all, max) : namesAround(all, pacticipant, steps);
        const ids = idsIn(all, new Set(names.slice(0, max)));
        const connections = integrationRows(database, { among: ids }, byName, everything).map(connectionOf);
        const part = partOf(connections, names, max);
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

type Sides = ReturnType<typeof integrationSides>;

/** Ids of those that are to be drawn. */
function idsIn(all: Sides, names: ReadonlySet<string>): number[] {
  const sides = all.flatMap(({ consumerId, consumer, providerId, provider }) => [
    [consumerId, consumer] as const,
    [providerId, provider] as const,
  ]);
  return [...new Set(sides.filter(([, name]) => names.has(name)).map(([id]) => id))];
}

function namesIn(all: Sides): string[] {
  return [...new Set(all.flatMap(({ consumer, provider }) => [consumer, provider]))].toSorted();
}
