import type { VerifierOptions } from '@pact-foundation/pact';

export type RequestFilter = NonNullable<VerifierOptions['requestFilter']>;

/** A request filter under watch. */
export interface GuardedFilter {
  readonly filter: RequestFilter;
  /** What went wrong so far. */
  readonly failures: readonly unknown[];
}

/**
 * Watches a request filter. One that throws, or answers in the provider's place, would otherwise be taken for the
 * provider: Pact's proxy turns a throw into a 500, and a contract may well ask for one.
 */
export function guardFilter(filter: RequestFilter): GuardedFilter {
  const failures: unknown[] = [];
  return {
    failures,
    filter: (request, response, next) => {
      let passedOn = false;
      const proceed = (error?: unknown) => {
        passedOn = true;
        if (error !== undefined) failures.push(error);
        next(error);
      };
      response.once('finish', () => {
        if (!passedOn)
          failures.push(new Error('it answered the request itself, so the provider was never asked'));
      });
      const fail = (error: unknown) => {
        failures.push(error);
        if (!passedOn) {
          passedOn = true;
          response.status(500).end();
        }
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
