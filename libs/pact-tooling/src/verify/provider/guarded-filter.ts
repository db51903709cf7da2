import type { RequestHandler } from 'express';
import type { RequestFilter } from './request-filter.ts';

/**
 * Guards a request filter. If it throws, or answers instead of the provider, its answer would look like the provider's:
 * Express answers 500 for an error, and a contract may expect that. The verifier would publish a success, so it gets no
 * answer: its connection is closed.
 * @param timeoutMs timeout of the filter
 * @param onFailure called for every failure of the filter
 */
export function guardFilter(
  filter: RequestFilter,
  timeoutMs: number,
  onFailure: (error: unknown) => void,
): RequestHandler {
  return (request, response, next) => {
    let decided = false;
    const decide = (): boolean => {
      const first = !decided;
      decided = true;
      clearTimeout(timer);
      return first;
    };
    const fail = (error: unknown) => {
      onFailure(error);
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
      const result: unknown = filter(request, response, proceed);
      if (result instanceof Promise) result.catch(fail);
    } catch (error) {
      fail(error);
    }
  };
}
