import type { Request, Response } from 'express';

const name = 'workshop-language';

/** The language that was requested by name: in the address, or in an earlier one. */
export function requestedLanguage(request: Request<object>): string | undefined {
  const inAddress = request.query['lang'];
  if (typeof inAddress === 'string') return inAddress;
  return new RegExp(`(?:^|; )${name}=(?<language>[A-Za-z-]+)`).exec(request.headers.cookie ?? '')?.groups?.[
    'language'
  ];
}

/** Stores the language that the address requests in a cookie, when the lesson has it. */
export function rememberLanguage(request: Request<object>, response: Response, shown: string): void {
  if (request.query['lang'] === shown) response.cookie(name, shown, { sameSite: 'strict', httpOnly: true });
}
