import type { Request, Response } from 'express';
import { csv, hal, html, json, plainText, problem, yaml } from './media-types.ts';

/** What only programs ask for; a browser names none of these. */
const programTypes = [hal, problem, json, csv, yaml, plainText];
/** What every browser names beside HTML, and hardly a program does. */
const xhtml = 'application/xhtml+xml';

/**
 * Headers of every HTML answer. Nothing is loaded from elsewhere and no script or style stands in the page itself, so
 * that a name somebody published can't become code.
 */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'same-origin',
};

/**
 * Whether a request comes from somebody who looks at pages: it names HTML and nothing that only programs read. HTML
 * beside pictures is what Java's client sends where no header was set; it gets documents.
 * Source: docs/official-broker/http.md#pages-or-data.
 */
export function wantsPage(request: Request): boolean {
  const named = acceptOf(request)
    .split(',')
    .map((part) => part.split(';')[0]?.trim() ?? '')
    .filter((type) => !['', '*', '*/*'].includes(type));
  if (!named.includes(html) || named.some((type) => programTypes.includes(type))) return false;
  return named.includes(xhtml) || named.every((type) => type === html);
}

/** Whether a request wants JSON to look at: it names HTML first, and JSON after it. The HAL browser is for that. */
export function wantsHalBrowser(request: Request): boolean {
  const accept = acceptOf(request);
  return request.method === 'GET' && accept.startsWith(html) && accept.includes('json');
}

/** A page about what went wrong, as HTML text. */
export type ErrorPage = (
  request: Request,
  failure: { readonly status: number; readonly messages?: readonly string[]; readonly reference?: string },
) => string;

export function sendErrorPage(response: Response, page: ErrorPage, failure: Parameters<ErrorPage>[1]): void {
  response
    .status(failure.status)
    .set(pageHeaders)
    .set('Content-Type', `${html};charset=utf-8`)
    .end(page(response.req, failure));
}

function acceptOf(request: Request): string {
  return (request.get('accept') ?? '').toLowerCase();
}
