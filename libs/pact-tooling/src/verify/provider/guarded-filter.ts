import type { RequestHandler } from 'express';

/**
 * Watches a request filter. One that throws, or answers in the provider's place, would otherwise be taken for the
 * provider: Express turns a throw into a 500, and a contract may well ask for one. The verifier would publish that
 * as a success, so it gets no answer at all: its connection is broken off.
 * @param timeoutMs how long the filter may take to pass the request on
 * @param onFailure told of everything that it does wrong
 */
export function guardFilter(
  filter: RequestHandler,
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
      const result: unknown = filter(request, response, proceed as typeof next);
      if (result instanceof Promise) result.catch(fail);
    } catch (error) {
      fail(error);
    }
  };
}
