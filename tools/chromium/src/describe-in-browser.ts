import { describeUnless } from '@pact-workshop/requirements/describe-unless';
import { missingChromium } from './launch.ts';

/** `describe` for tests in Chromium: skipped where there is none, which is said in a line; in CI they fail. */
export const describeInBrowser = describeUnless(missingChromium);
