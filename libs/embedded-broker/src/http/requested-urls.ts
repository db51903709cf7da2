import type { Request } from 'express';
import { Urls } from './urls.ts';

/**
 * The broker's URLs as the client of a request sees them.
 * @param known the broker's public URLs; without any, the one that was asked for counts
 */
export function requestedUrls(known: readonly string[]): (request: Request) => Urls {
  let last = new Urls('');
  /** Most requests come by the same URL as the one before. */
  return (request) => {
    const base = baseUrl(known, origin(request));
    if (base !== last.base) last = new Urls(base);
    return last;
  };
}

/** The public URL that the request came by; where the broker does not know it, its first one. */
function baseUrl(known: readonly string[], requested: string): string {
  return known.find((url) => url === requested) ?? known[0] ?? requested;
}

/**
 * Where the client sees the broker: the Host it asked for, or what a proxy in front of us says that was. Of several
 * proxies each adds what it saw; the first was asked by the client.
 */
function origin(request: Request): string {
  const forwarded = (name: string) => request.get(name)?.split(',')[0]?.trim() || undefined;
  const asked = forwarded('x-forwarded-proto')?.toLowerCase();
  const protocol = asked === 'http' || asked === 'https' ? asked : request.protocol;
  const host = forwarded('x-forwarded-host') ?? request.get('host') ?? '127.0.0.1';
  return `${protocol}://${host}`;
}
