import type { Request, Response } from 'express';
import { chooseLanguage, mainLanguage } from '../lesson-text/index.ts';

const name = 'workshop-language';

/**
 * The language to show: the requested one, or the browser's, if it is among those.
 * @param translations the languages besides English
 */
export function languageOf(request: Request<object>, translations: readonly string[]): string {
  const available = [mainLanguage, ...translations.filter((one) => one !== mainLanguage)];
  return chooseLanguage(available, {
    requested: requestedLanguage(request),
    accepted: request.acceptsLanguages(available),
  });
}

/** The language that was requested by name: in the address, or in an earlier one. */
function requestedLanguage(request: Request<object>): string | undefined {
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
