import type { Request, RequestHandler, Response } from 'express';
import type { Page } from './paging.ts';

/** Where requests are answered that would hold up all others here. */
export interface Elsewhere {
  /** Answers it, or rejects with what went wrong. */
  answer(request: Request, response: Response): Promise<void>;
}

/** How much an answer reads: bytes of documents, rows that are shown, and rows that are only counted. */
export interface ReadingSize {
  readonly bytes?: number;
  readonly rows?: number;
  readonly counted?: number;
}

/** What takes some twenty milliseconds, and so is no longer done here. */
const most = { bytes: 200_000, rows: 500, counted: 20_000 };

/**
 * How many rows of a list are shown.
 * @param count of the whole list; only counted where that matters
 */
export function rowsOfList(page: Page | undefined, count: () => number): ReadingSize {
  if (page && page.size < most.rows) return { rows: page.size };
  return { rows: Math.min(page?.size ?? Infinity, count()) };
}

/** Ends the work on a request that is answered elsewhere. */
export class BelongsElsewhere extends Error {}

/**
 * What a route says before it reads: how much that is.
 * @throws BelongsElsewhere where it is too much for here, and there is an elsewhere
 */
export function readingHere(elsewhere: Elsewhere | undefined): (size: () => ReadingSize) => void {
  if (!elsewhere) return () => undefined;
  return (size) => {
    const { bytes = 0, rows = 0, counted = 0 } = size();
    if (bytes >= most.bytes || rows >= most.rows || counted >= most.counted) throw new BelongsElsewhere();
  };
}

/** Routes, of whose requests those that belong elsewhere are answered there. */
export function answeredElsewhere(routes: RequestHandler, elsewhere: Elsewhere | undefined): RequestHandler {
  if (!elsewhere) return routes;
  return (request, response, next) =>
    routes(request, response, (error?: unknown) => {
      if (error instanceof BelongsElsewhere) elsewhere.answer(request, response).catch(next);
      else next(error);
    });
}
