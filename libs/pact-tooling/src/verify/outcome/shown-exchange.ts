import type { Exchange } from '../provider/exchange.ts';
import { grouped, type Header } from '../provider/outgoing.ts';
import { shownBody } from './shown-body.ts';
import { isSecret, mask, maskedPath } from './masking.ts';

/** Headers and body, with secrets masked and a long body truncated. */
export interface ShownPart {
  /** The headers by name, in their original spelling. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** Undefined if there was none. */
  readonly body: string | undefined;
}

/** The request to the provider and its answer, for people to read. A message is in the answer. */
export interface ShownExchange {
  /** The request. */
  readonly request: ShownPart & {
    /** The HTTP method; `MESSAGE` for a message. */
    readonly method: string;
    /** Path and query; the description of a message. */
    readonly path: string;
  };
  /** Undefined without an answer. */
  readonly response:
    | (ShownPart & {
        /** The HTTP status. */
        readonly status: number;
      })
    | undefined;
}

/** An exchange in the form to show. */
export function shownExchange({ request, response }: Exchange): ShownExchange {
  const { method, path, headers, body } = request;
  return {
    request: {
      method,
      path: maskedPath(path),
      ...part(headers, body),
    },
    response: response && { status: response.status, ...part(response.headers, response.body) },
  };
}

function part(headers: readonly Header[], body: Buffer): ShownPart {
  const shown = grouped(headers).map(([name, value]) => [name, isSecret(name) ? mask : value] as const);
  return { headers: Object.fromEntries(shown), body: shownBody(body, headers) };
}
