import type { Request, Response } from 'express';

const name = 'workshop-language';

/** The language that was asked for by name: in the address, or once before. */
export function requestedLanguage(request: Request<object>): string | undefined {
  const inAddress = request.query['lang'];
  if (typeof inAddress === 'string') return inAddress;
  return new RegExp(`(?:^|; )${name}=(?<language>[A-Za-z-]+)`).exec(request.headers.cookie ?? '')?.groups?.[
    'language'
  ];
}

/** Remembers the language that the address asked for, if it is there. */
export function rememberLanguage(request: Request<object>, response: Response, shown: string): void {
  if (request.query['lang'] === shown) response.cookie(name, shown, { sameSite: 'strict', httpOnly: true });
}
