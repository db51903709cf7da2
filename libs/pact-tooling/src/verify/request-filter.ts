import type { VerifierOptions } from '@pact-foundation/pact';

export type RequestFilter = NonNullable<VerifierOptions['requestFilter']>;

/** The request filter that changes nothing. */
export const passOn: RequestFilter = (_request, _response, next) => next();

/** A request filter under watch. */
export interface GuardedFilter {
  readonly filter: RequestFilter;
  /** What went wrong so far. */
  readonly failures: readonly unknown[];
}

/**
 * Watches a request filter. One that throws, or answers in the provider's place, would otherwise be taken for the
 * provider: Pact's proxy turns a throw into a 500, and a contract may well ask for one. The verifier would publish that
 * as a success, so it gets no answer at all: its connection is broken off.
 * @param timeoutMs how long the filter may take to pass the request on
 */
export function guardFilter(filter: RequestFilter, timeoutMs: number): GuardedFilter {
  const failures: unknown[] = [];
  return {
    failures,
    filter: (request, response, next) => {
      let decided = false;
      const decide = (): boolean => {
        const first = !decided;
        decided = true;
        clearTimeout(timer);
        return first;
      };
      const fail = (error: unknown) => {
        failures.push(error);
        if (decide()) request.socket.destroy();
      };
      const timer = setTimeout(
        () => fail(new Error(`it did not pass the request on within ${timeoutMs} ms`)),
        timeoutMs,
      );
      const writeHead = response.writeHead.bind(response) as (...parts: unknown[]) => typeof response;
      response.writeHead = (...parts: unknown[]) => {
        if (!decided) fail(new Error('it answered the request itself, so the provider was never asked'));
        return writeHead(...parts);
      };
      const proceed = (error?: unknown) => {
        if (error !== undefined) fail(error);
        else if (decide()) next();
      };
      try {
        const result: unknown = filter(request, response, proceed as typeof next);
        if (result instanceof Promise) result.catch(fail);
      } catch (error) {
        fail(error);
      }
    },
  };
}
