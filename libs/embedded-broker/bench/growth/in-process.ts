import { join } from 'node:path';
import { startBroker } from '../../src/server.ts';
import { clientOf, type Client } from '../client.ts';
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
    // What a thread does, nobody sees here.
    return startBroker({ db, limits: { threads: 0 } });
  };
  await using small = await start(Math.max(1, Math.round(size / 100)));
  await using large = await start(size);
  const clients = { small: clientOf(small.url), large: clientOf(large.url) };
  const growths: RequestGrowth[] = [];
  for (const request of requests) {
    let round = 0;
    const both = async () => {
      round++;
      return {
        small: await ask(clients.small, request, round, taken),
        large: await ask(clients.large, request, round, taken),
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
  clients.small.close();
  clients.large.close();
  return growths;
}

async function ask(
  client: Client,
  { method, path, body, accept }: GrowthRequest,
  round: number,
  taken: () => ReadonlyMap<string, StatementCost>,
): Promise<RequestCost> {
  taken();
  const { text } = await client.send(method, path(round), body?.(round), accept);
  return { bytes: text.length, statements: taken() };
}
