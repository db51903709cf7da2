import { describe, expect, it } from '@jest/globals';
import { missingResults } from './missing-results.ts';

/** `7+` is a success of version 7, `7-` a failure. */
const results = (text: string) =>
  text
    .split(' ')
    .filter(Boolean)
    .map((one) => ({ providerVersion: one.slice(0, -1), success: one.endsWith('+') }));

describe('Missing results', () => {
  it.each([
    ['nothing there yet', '1+ 1- 2+', '', '1+ 1- 2+', ''],
    ['all there', '1+ 1- 1+', '1+ 1- 1+', '', ''],
    ['interrupted in the middle', '1+ 1- 1+ 2+', '1+ 1-', '1+ 2+', ''],
    ['the same outcome twice', '1+ 1+', '1+', '1+', ''],
    ['others published there as well', '1+ 2+', '1+ 9-', '2+', ''],
    ['the target has the last word already', '1- 1+ 2-', '1+', '2-', '1-'],
  ])('%s', (_, source, target, missing, overtaken) => {
    const result = missingResults(results(source), results(target));
    expect(result).toEqual({ missing: results(missing), overtaken: results(overtaken) });
  });
});
