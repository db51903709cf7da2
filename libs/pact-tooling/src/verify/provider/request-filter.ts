import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * A request on its way to the provider, as a request filter sees it. It is Express's, whose other members are there,
 * too. Changes of `method`, `url`, `headers` and `body` reach the provider.
 */
export interface FilteredRequest extends IncomingMessage {
  /** The HTTP method. */
  method: string;
  /** Path and query, in their original encoding. */
  url: string;
  /** The path without the query. */
  readonly path: string;
  /** The values of the query by name, decoded. */
  readonly query: Readonly<Record<string, unknown>>;
  /**
   * Parsed on access: the value of a JSON body, an object with the fields of a form; any other body is a Buffer. It may
   * be changed in place or replaced.
   */
  // Express has the same type, and filters written for Pact JS rely on it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
  /** The value of a header, whose name may be in any case; undefined without it. */
  get(name: string): string | undefined;
}

/**
 * Express middleware that may change a request to the provider. If it throws, passes an error to `next` or answers the
 * request, the verification fails. It has the type of a method, so that functions with the types of Express are
 * compatible, without the need for those types here.
 */
export type RequestFilter = {
  /** Calls `next` once the request may be sent on. What it returns is ignored, unless it is a promise. */
  filter(request: FilteredRequest, response: ServerResponse, next: (error?: unknown) => void): unknown;
}['filter'];
