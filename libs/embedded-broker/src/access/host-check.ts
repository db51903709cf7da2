import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import type { ErrorPage } from '../http/index.ts';
import { refuse } from './refusal.ts';

/** What browsers send with every request, and the clients of a broker hardly ever. */
const browserHeaders = ['accept-language', 'origin', 'referer', 'sec-fetch-site'];
/** What Node's own fetch sends; no browser has a user without a language. */
const anyLanguage = '*';

/**
 * Refuses a browser that asks by a name which is not the broker's. A site can make its own name point at this machine
 * ("DNS rebinding"); its scripts then could read and write here as though the broker were theirs. Programs are let
 * through by any name: a proxy may pass on a name that was never configured.
 * @param baseUrls the URLs by which the broker is reached, as far as they are configured
 */
export function refuseUnknownHosts(baseUrls: readonly string[], page: ErrorPage): RequestHandler {
  const known = new Set(baseUrls.map((url) => URL.parse(url)?.hostname));
  const isKnown = (name: string) => isOfThisMachine(name) || known.has(name);
  return (request, response, next) => {
    const host = request.get('host') ?? '';
    if (!isFromBrowser(request) || isKnown(URL.parse(`http://${host}`)?.hostname ?? '')) next();
    else {
      const detail =
        `This broker listens to its own machine only, and does not know itself as "${host}". ` +
        'Is that its name, given to it by a proxy? Then start it with PACT_BROKER_BASE_URL, the URL people see.';
      refuse(response, page, { status: 421, title: 'Misdirected Request', slug: 'foreign-name', detail });
    }
  };
}

function isFromBrowser(request: Request): boolean {
  return browserHeaders.some((name) => ![undefined, anyLanguage].includes(request.get(name)));
}

/** Nobody can point an address elsewhere, and name servers are not asked for localhost (RFC 6761, 6.3). */
function isOfThisMachine(name: string): boolean {
  return isIP(name.replace(/^\[|\]$/g, '')) > 0 || name === 'localhost' || name.endsWith('.localhost');
}
