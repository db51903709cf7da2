import { describe } from '@jest/globals';
import { hasBrowser } from './browser.ts';

if (!hasBrowser) console.log('Skipped: there is no Chromium here (set CHROMIUM to its path).');

/** Describes tests that need a browser; they are skipped where there is none. */
export const describeInBrowser = hasBrowser ? describe : describe.skip;
