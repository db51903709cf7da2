import { describe } from '@jest/globals';
import { hasBrowser } from './browser.ts';

if (!hasBrowser) console.log('Skipped: Chromium is not installed (set CHROMIUM to its path).');

/** Describes tests that need a browser; they are skipped without one. */
export const describeInBrowser = hasBrowser ? describe : describe.skip;
