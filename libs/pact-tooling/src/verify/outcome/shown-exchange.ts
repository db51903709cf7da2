import type { Exchange } from '../provider/exchange.ts';
import { grouped, type Header } from '../provider/outgoing.ts';
import { shownBody } from './shown-body.ts';
import { isSecret, mask, maskedPath } from './masking.ts';

/** Headers and body, secrets masked, the body cut off where it is long. */
export interface ShownPart {
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  /** Undefined where there was none. */
  readonly body: string | undefined;
}

/** What was sent to the provider and what came back, for people to read. Of a message, what came is the message. */
export interface ShownExchange {
  readonly request: ShownPart & { readonly method: string; readonly path: string };
  /** Undefined where no answer came. */
  readonly response: (ShownPart & { readonly status: number }) | undefined;
}

/** Makes an exchange fit to be shown. */
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
