import { clientOf, type Client } from '../client.ts';
import type { GrowthRequest } from './request.ts';

/** How long a request took at the least, on the short history and on the long one. */
export interface Cell {
  readonly small: number;
  readonly large: number;
  /** How much longer the answer is. */
  readonly byAnswer: number;
  readonly rounds: number;
}

/** A cell is measured again until this many rounds, or until its time is up. */
const rounds = { least: 20, doubtful: 60 };
const budgetMs = 6_000;

/** The long history may take half as long again, or as much as its answer is longer. */
export const goal = 1.5;
/** What differs by less, in milliseconds, can't be told from noise. */
const noiseMs = 0.2;

export const allowed = ({ byAnswer }: Cell): number => goal * byAnswer;

export function isWithin(cell: Cell): boolean {
  return cell.large <= cell.small * allowed(cell) + noiseMs;
}

/** Asks both in turn, so that what disturbs meets both. */
export async function measure(
  urls: { readonly small: string; readonly large: string },
  request: GrowthRequest,
): Promise<Cell> {
  const clients = { small: clientOf(urls.small), large: clientOf(urls.large) };
  const start = performance.now();
  let round = 0;
  const ask = (client: Client) =>
    client.send(request.method, request.path(round), request.body?.(round), request.accept);
  let cell: Cell = { small: Infinity, large: Infinity, byAnswer: 1, rounds: 0 };
  const goesOn = () =>
    round < 3 ||
    (performance.now() - start < budgetMs && round < (isWithin(cell) ? rounds.least : rounds.doubtful));
  while (goesOn()) {
    round++;
    const small = await ask(clients.small);
    const large = await ask(clients.large);
    cell = {
      small: Math.min(cell.small, small.ms),
      large: Math.min(cell.large, large.ms),
      byAnswer: Math.max(1, large.text.length / Math.max(1, small.text.length)),
      rounds: round,
    };
  }
  clients.small.close();
  clients.large.close();
  return cell;
}
