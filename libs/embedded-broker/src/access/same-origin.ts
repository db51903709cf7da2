import type { Request, RequestHandler } from 'express';
import type { ErrorPage } from '../http/index.ts';
import { refuse, type Refusal } from './refusal.ts';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

const refusal: Refusal = {
  status: 403,
  title: 'Forbidden',
  slug: 'foreign-site',
  detail: 'This request was not sent from a page of this broker.',
};

/**
 * Refuses what another site's page makes a browser write. A browser adds its user's credentials to whatever any site
 * lets it send, and some of the API's requests need no body that only a script could send.
 * @param baseUrlOf the broker's own URL, as the request sees it
 */
export function refuseCrossOriginWrites(
  baseUrlOf: (request: Request) => string,
  page: ErrorPage,
): RequestHandler {
  return (request, response, next) => {
    if (safeMethods.includes(request.method) || isSameOrigin(request, baseUrlOf(request))) next();
    else refuse(response, page, refusal);
  };
}

/**
 * Whether a request was sent from the broker's own pages, or by no browser at all. A browser says which site made it
 * send a request, and no script can change what it says.
 */
function isSameOrigin(request: Request, baseUrl: string): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('origin');
  if (origin === undefined) return true;
  const hosts = [request.get('host'), URL.parse(baseUrl)?.host];
  return hosts.includes(URL.parse(origin)?.host ?? '');
}
