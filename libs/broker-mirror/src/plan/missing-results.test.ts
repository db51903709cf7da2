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
    ['the target has none', '1+ 1- 2+', '', '1+ 1- 2+', ''],
    ['the target has all', '1+ 1- 1+', '1+ 1- 1+', '', ''],
    ['interrupted after the first ones', '1+ 1- 1+ 2+', '1+ 1-', '1+ 2+', ''],
    ['the same outcome twice', '1+ 1+', '1+', '1+', ''],
    ['others published at the target as well', '1+ 2+', '1+ 9-', '2+', ''],
    ['the target has the latest result already', '1- 1+ 2-', '1+', '2-', '1-'],
  ])('%s', (_, source, target, missing, outdated) => {
    const result = missingResults(results(source), results(target));
    expect(result).toEqual({ missing: results(missing), outdated: results(outdated) });
  });
});
