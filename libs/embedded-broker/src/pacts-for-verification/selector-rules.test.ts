import { describe, expect, it } from '@jest/globals';
import { selectorErrors } from './selector-rules.ts';

const check = (selector: unknown, providerVersionBranch?: string) =>
  selectorErrors(selector, { providerVersionBranch, environmentExists: (name) => name === 'test' });

describe('A consumer version selector', () => {
  it.each([
    { mainBranch: true },
    { mainBranch: true, latest: true },
    { mainBranch: true, consumer: 'C' },
    { branch: 'b' },
    { branch: 'b', latest: true },
    { branch: 'b', fallbackBranch: 'c', consumer: 'C' },
    { branch: true, latest: true },
    { tag: 't' },
    { tag: 't', latest: false },
    { tag: 't', latest: true, fallbackTag: 'f', consumer: 'C' },
    { latest: true },
    { latest: true, consumer: 'C' },
    { deployed: true },
    { deployed: true, environment: 'test', consumer: 'C' },
    { released: true, environment: 'test' },
    { deployedOrReleased: true, environment: 'test' },
    { environment: 'test' },
  ])('may be %j', (selector) => {
    expect(check(selector)).toEqual([]);
  });

  it('may match the provider’s branch, where it has one', () => {
    for (const selector of [{ matchingBranch: true }, { matchingBranch: true, consumer: 'C' }]) {
      expect(check(selector, 'feat')).toEqual([]);
      expect(check(selector)).toEqual([
        'the providerVersionBranch must be specified when the selector matchingBranch=true is used',
      ]);
    }
  });

  const nothing =
    'must specify a value for environment or tag or branch, or specify mainBranch=true, matchingBranch=true, latest=true, deployed=true, released=true or deployedOrReleased=true';
  it.each<[unknown, string[]]>([
    ['latest', ['must be a hash']],
    [null, ['must be a hash']],
    [[], ['must be a hash']],
    [{}, [nothing]],
    [{ consumer: 'C' }, [nothing]],
    [{ latest: false }, [nothing]],
    [{ tag: ' ' }, [nothing]],
    [{ branch: ' ' }, [nothing]],
    [{ latest: true, consumer: ' ' }, ['consumer cannot be blank']],
    [{ tag: '' }, ['tag must be filled']],
    [{ tag: null }, ['tag must be filled']],
    [{ tag: 1 }, ['tag must be a string']],
    [{ branch: false }, ['branch must be a string or branch must be equal to true']],
    [{ mainBranch: false }, ['mainBranch must be one of: true']],
    [{ deployed: 'yes' }, ['deployed must be one of: true']],
    [{ latest: 'true' }, ['latest must be one of: true, false']],
    [
      { mainBranch: true, branch: 'b' },
      ['cannot specify mainBranch=true with any other criteria apart from consumer'],
    ],
    [{ mainBranch: true, latest: false }, ['cannot specify mainBranch=true with latest=false']],
    [{ branch: 'b', latest: false }, ['cannot specify a branch with latest=false']],
    [{ tag: 't', branch: 'b' }, ['cannot specify both a tag and a branch']],
    [{ tag: 't', fallbackTag: 'f' }, ['fallbackTag can only be set if latest is true']],
    [{ tag: 't', fallbackTag: 'f', latest: false }, ['fallbackTag can only be set if latest is true']],
    [{ latest: true, fallbackTag: 'f' }, ['a tag must be specified when a fallbackTag is specified']],
    [
      { latest: true, fallbackBranch: 'f' },
      ['a branch must be specified when a fallbackBranch is specified'],
    ],
    [{ environment: 'none' }, ["environment with name 'none' does not exist"]],
    [{ deployed: true, environment: 'none' }, ["environment with name 'none' does not exist"]],
    [{ deployed: true, released: true }, ['cannot specify both deployed=true and released=true']],
    [
      { deployed: true, deployedOrReleased: true },
      ['cannot specify both deployed=true and deployedOrReleased=true'],
    ],
    [
      { released: true, deployedOrReleased: true },
      ['cannot specify both released=true and deployedOrReleased=true'],
    ],
    [{ latest: true, environment: 'test' }, ['cannot specify the field latest with the field environment']],
    [
      { tag: 't', latest: true, deployed: true, environment: 'test' },
      ['cannot specify the fields latest/tag with the fields deployed/environment'],
    ],
  ])('cannot be %j', (selector, errors) => {
    expect(check(selector)).toEqual(errors);
  });

  it('that matches the provider’s branch says nothing else', () => {
    expect(check({ matchingBranch: true, latest: true }, 'feat')).toEqual([
      'cannot specify matchingBranch=true with any other criteria apart from consumer',
    ]);
  });
});
