import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from '@jest/globals';
import { lookupPublic } from './public-lookup.ts';
import { TargetRefused } from './target.ts';

const open = { address: '1.1.1.1', family: 4 };
const open6 = { address: '2606:4700::1111', family: 6 };
const own = { address: '127.0.0.1', family: 4 };
const own6 = { address: '::1', family: 6 };

/** What the lookup of a name with these addresses gives to a socket. */
function answer(addresses: LookupAddress[], all: boolean, error: Error | null = null): unknown[] {
  let given: unknown[] = [];
  const lookup = lookupPublic((_hostname, options, callback) => {
    expect(options.all).toBe(true);
    callback(error, addresses);
  });
  lookup('ci.example', { all }, (...answer: unknown[]) => (given = answer));
  return given;
}

describe('The addresses of a name', () => {
  it.each([[[open]], [[open6, open]]])('are all given when they are public: %j', (addresses) => {
    expect(answer(addresses, true)).toEqual([null, addresses]);
  });

  it('are reduced to the first for a socket that wants one', () => {
    expect(answer([open6, open], false)).toEqual([null, open6.address, 6]);
    expect(answer([open, open6], false)).toEqual([null, open.address, 4]);
  });

  it.each([
    [[own]],
    [[own6]],
    [[open, own]],
    [[own, open]],
    [[open6, open, own6]],
    [[{ address: '169.254.169.254', family: 4 }, open]],
    [[]],
  ])('are refused when one of them is not public, or there are none: %j', (addresses) => {
    for (const all of [true, false]) {
      const [error, ...rest] = answer(addresses, all);
      expect(error).toBeInstanceOf(TargetRefused);
      expect(rest).toEqual([[]]);
    }
  });

  it('are not given when there is an error', () => {
    const error = new Error('no such name');
    expect(answer([open], true, error)).toEqual([error, []]);
  });
});
