import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { withFault } from './apply.ts';
import { choose } from './choose.ts';
import type { Mutant } from './mutant.ts';
import type { Verdict } from './outcome.ts';
import { sample } from './sample.ts';
import { score, table } from './score.ts';

const mutant = (id: string, changed: Partial<Mutant> = {}): Mutant => ({
  id,
  module: id.split('/')[0]!,
  project: 'apps/x',
  fault: 'one and one are none',
  file: 'src/add.mjs',
  replace: 'a + b',
  by: 'a - b',
  tests: ['src/add.test.mjs'],
  equivalent: undefined,
  ...changed,
});

describe('A fault', () => {
  it('takes the place of its text, and of nothing else, whatever the text looks like to a pattern', () => {
    expect(withFault('x => $1.a(b)', mutant('m/a', { replace: '$1.a(b)', by: '$& $$' }))).toBe('x => $& $$');
  });

  it.each([
    ['is not there', 'a * b', '0 times'],
    ['is there twice', 'a + b, a + b', '2 times'],
  ])('does not apply where its text %s', (_, source, words) => {
    expect(() => withFault(source, mutant('m/a'))).toThrow(words);
  });
});

describe('A choice', () => {
  const all = [mutant('m/a'), mutant('m/b', { equivalent: 'nobody sees it' }), mutant('n/a')];

  it.each([
    [undefined, ['m/a', 'm/b', 'n/a']],
    [['m'], ['m/a', 'm/b']],
    [
      ['n/a', 'm/a'],
      ['m/a', 'n/a'],
    ],
  ])('of %j is %j', (only, ids) => {
    expect(choose(all, { only, seed: 1 }).map(({ id }) => id)).toEqual(ids);
  });

  it('names a module that is not there, and those that are', () => {
    expect(() => choose(all, { only: ['o'], seed: 1 })).toThrow('called "o". Modules: m, n');
  });

  it('draws none that nobody can notice', () => {
    expect(
      choose(all, { sample: 3, seed: 1 })
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['m/a', 'n/a']);
  });
});

it('A sample is drawn without repetition, and the same each time for a seed', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat()), fc.nat(20), fc.integer(), (all, size, seed) => {
      const drawn = sample(all, size, seed);
      expect(new Set(drawn).size).toBe(Math.min(size, all.length));
      expect(all).toEqual(expect.arrayContaining([...drawn]));
      expect(sample(all, size, seed)).toEqual(drawn);
    }),
  );
  const many = Array.from({ length: 100 }, (_, index) => index);
  expect(sample(many, 5, 1)).not.toEqual(sample(many, 5, 2));
});

describe('A score', () => {
  const outcomes = (module: string, ...verdicts: Verdict[]) =>
    verdicts.map((verdict, index) => ({ mutant: mutant(`${module}/${index}`), verdict, seconds: 1 }));

  it('counts a hung one as missed, and those that did not run not at all', () => {
    const all = [
      ...outcomes('m', 'noticed', 'noticed', 'hung', 'equivalent', 'gone'),
      ...outcomes('n', 'survived'),
    ];
    const found = score(all, new Map([['m', 100]]));
    expect(found.modules.map(({ module, percent, needs }) => [module, percent, needs])).toEqual([
      ['m', 66, 100],
      ['n', 0, 92],
    ]);
    expect([found.all.percent, found.all.needs]).toEqual([50, 92]);
    expect(table([...found.modules, found.all]).split('\n')[2]).toBe(
      '| m      |       2 |        0 |    1 |          1 |    1 |  66 % | 100 % |',
    );
  });

  it('never rounds up to what is needed', () => {
    const verdicts = Array.from({ length: 200 }, (_, index): Verdict =>
      index === 0 ? 'survived' : 'noticed',
    );
    expect(score(outcomes('m', ...verdicts), new Map()).all.percent).toBe(99);
  });
});
