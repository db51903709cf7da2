import { join } from 'node:path';
import { startBroker } from '../../src/server.ts';
import { writeHistory } from './axes.ts';
import type { Axis } from './axis.ts';
import { growthsOf, leastOf, type Growth } from './growths.ts';
import type { GrowthRequest } from './request.ts';
import type { RequestCost, StatementCost } from './statements.ts';

/** What grows by an axis, with the request that it was seen in. */
export interface RequestGrowth extends Growth {
  readonly request: string;
}

/** So often a request is repeated before its growth is believed; a single round says that there is none. */
const doubtfulRounds = 12;

/**
 * Asks two brokers in this process the same, one with a hundredth of the other's history along an axis.
 * @param taken what the statements have cost since the last question
 */
export async function growthsAlong(
  axis: Axis,
  size: number,
  requests: readonly GrowthRequest[],
  directory: string,
  taken: () => ReadonlyMap<string, StatementCost>,
): Promise<RequestGrowth[]> {
  const start = (count: number) => {
    const db = join(directory, `${axis.name}-${count}.sqlite`);
    writeHistory(db, axis, count);
    return startBroker({ db });
  };
  await using small = await start(Math.max(1, Math.round(size / 100)));
  await using large = await start(size);
  const growths: RequestGrowth[] = [];
  for (const request of requests) {
    let round = 0;
    const both = async () => {
      round++;
      return {
        small: await ask(small.url, request, round, taken),
        large: await ask(large.url, request, round, taken),
      };
    };
    await both();
    let least = await both();
    while (round < doubtfulRounds && growthsOf(least.small, least.large).length > 0) {
      const again = await both();
      least = { small: leastOf(least.small, again.small), large: leastOf(least.large, again.large) };
    }
    growths.push(
      ...growthsOf(least.small, least.large).map((growth) => ({ request: request.name, ...growth })),
    );
  }
  return growths;
}

async function ask(
  url: string,
  { name, method, path, body, accept = 'application/hal+json' }: GrowthRequest,
  round: number,
  taken: () => ReadonlyMap<string, StatementCost>,
): Promise<RequestCost> {
  taken();
  const response = await fetch(url + path(round), {
    method,
    headers: { accept, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body(round)) } : {}),
  });
  const text = await response.text();
  if (response.status >= 400) throw new Error(`${name}: ${response.status} ${text.slice(0, 200)}`);
  return { bytes: text.length, statements: taken() };
}
