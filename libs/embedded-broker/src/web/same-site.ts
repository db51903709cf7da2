import type { Request } from 'express';

/**
 * Whether a form was sent from the broker's own pages, or by no browser at all. A browser adds a user's credentials to
 * whatever any site makes it send; it also says which site that was, and no script can change what it says.
 */
export function isSameSite(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('origin');
  if (origin === undefined) return true;
  const hosts = [request.get('host'), request.get('x-forwarded-host')];
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
