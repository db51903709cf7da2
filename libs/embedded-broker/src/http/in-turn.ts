import type { RequestHandler } from 'express';

/**
 * Several handlers as one: each hands the request on to the next. An error, thrown or handed on, skips the rest. It is what
 * an Express router does for middleware without a path, whose steps for each of them, and a turn of the event loop at its
 * end, take longer than most of these handlers.
 */
export function inTurn(...handlers: readonly RequestHandler[]): RequestHandler {
  return (request, response, done) => {
    let index = 0;
    const next = (error?: unknown): void => {
      const handler = handlers[index++];
      if (isGiven(error) || !handler) {
        done(error);
        return;
      }
      try {
        const result: unknown = handler(request, response, next);
        if (isPromise(result)) result.then(undefined, next);
      } catch (thrown) {
        next(thrown);
      }
    };
    next();
  };
}

const isGiven = (error: unknown): boolean => error !== undefined && error !== null;

const isPromise = (result: unknown): result is Promise<unknown> =>
  typeof (result as Promise<unknown> | undefined)?.then === 'function';
