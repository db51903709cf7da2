import type { Answer } from './answer.ts';
import { BrokerRedirectError, NotAPactBrokerError } from './errors.ts';

/** The most redirects that a request follows, one after another. */
const most = 10;

/** A request that may be redirected. */
export interface RedirectableRequest {
  readonly method: string;
  readonly url: string;
  /** Number of redirects that led to it. */
  readonly redirects: number;
}

/**
 * The address that an answer redirects a request to; undefined if the answer is not a redirect.
 * @param baseUrl base URL of the broker
 * @throws BrokerRedirectError if the request would become a GET there, without its body
 * @throws NotAPactBrokerError if there are too many redirects
 */
export function redirectTarget(
  { status, headers }: Pick<Answer, 'status' | 'headers'>,
  { method, url, redirects }: RedirectableRequest,
  baseUrl: string,
): string | undefined {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  if (!URL.canParse(location, url)) return undefined;
  const target = new URL(location, url).href;
  if (becomesGet(status, method)) {
    throw new BrokerRedirectError({ status, method, url, target, baseUrl });
  }
  if (redirects === most) throw new NotAPactBrokerError(url, `it redirects more than ${most} times`);
  return target;
}

/** Whether two addresses are those of one server, which may get the same credentials. */
export function haveSameOrigin(one: string, other: string): boolean {
  return new URL(one).origin === new URL(other).origin;
}

/** Fetch and other clients do the same: https://fetch.spec.whatwg.org/#http-redirect-fetch. */
function becomesGet(status: number, method: string): boolean {
  return method === 'POST' ? status <= 303 : status === 303 && method !== 'GET';
}
