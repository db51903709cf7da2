import { describe, expect, it } from '@jest/globals';
import { versionOf } from '../../test/inventories.ts';
import { missingVersion } from './missing-version.ts';

const pact = (provider: string) => ({ provider, url: `http://${provider}` });
const branch = (name: string) => ({ name, isHead: true });
const whole = versionOf('C', '1', {
  buildUrl: 'http://ci/1',
  branches: [branch('main'), branch('f')],
  tags: ['a', 'b'],
  pacts: [pact('P'), pact('Q')],
});
const nothing = { isNew: false, buildUrl: undefined, branches: [], tags: [], pacts: [] };

describe('What the target lacks of a version', () => {
  it('is everything of a version that it does not have, even of an empty one', () => {
    expect(missingVersion(whole, undefined)).toEqual({
      isNew: true,
      buildUrl: 'http://ci/1',
      branches: ['main', 'f'],
      tags: ['a', 'b'],
      pacts: [pact('P'), pact('Q')],
    });
    expect(missingVersion(versionOf('C', '1'), undefined)).toEqual({ ...nothing, isNew: true });
  });

  it.each([
    ['nothing', whole, undefined],
    ['nothing if it has more', { ...whole, tags: ['a', 'b', 'c'] }, undefined],
    ['the build URL', { ...whole, buildUrl: undefined }, { buildUrl: 'http://ci/1' }],
    ['the newer build URL', { ...whole, buildUrl: 'http://ci/0' }, { buildUrl: 'http://ci/1' }],
    ['a branch', { ...whole, branches: [branch('f')] }, { branches: ['main'] }],
    ['a tag', { ...whole, tags: ['a'] }, { tags: ['b'] }],
    ['a pact', { ...whole, pacts: [pact('Q')] }, { pacts: [pact('P')] }],
  ])('is %s', (_, target, missing) => {
    expect(missingVersion(whole, target)).toEqual(missing && { ...nothing, ...missing });
  });
});
