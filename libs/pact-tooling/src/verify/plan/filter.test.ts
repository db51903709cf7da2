import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dividesContracts, isChosen, type InteractionFilter } from './filter.ts';

const interaction = (description: string, ...states: string[]) => ({
  description,
  states: states.map((name) => ({ name, params: '' })),
});

describe('An interaction is chosen', () => {
  const one = interaction('a user', 'first', 'second');
  it.each<[boolean, InteractionFilter | undefined]>([
    [true, undefined],
    [true, {}],
    [true, { description: 'a user' }],
    [false, { description: 'a' }],
    [true, { description: /^a/ }],
    [false, { description: /^user/ }],
    [true, { state: 'second' }],
    [false, { state: 'sec' }],
    [true, { state: /sec/ }],
    [false, { state: false }],
    [true, { consumer: 'Shop' }],
    [false, { consumer: 'Sho' }],
    [true, { consumer: /^Sh/ }],
    [true, { consumer: ['Other', 'Shop'] }],
    [false, { consumer: [] }],
    [true, { description: 'a user', state: 'first', consumer: 'Shop' }],
    [false, { description: 'another', state: 'first', consumer: 'Shop' }],
    [false, { description: 'a user', state: 'third', consumer: 'Shop' }],
    [false, { description: 'a user', state: 'first', consumer: 'Other' }],
  ])('%s by %j', (chosen, filter) => {
    expect(isChosen(filter, 'Shop', one)).toBe(chosen);
  });

  it('by no state only if it has none', () => {
    expect(isChosen({ state: false }, 'Shop', interaction('a user'))).toBe(true);
    expect(isChosen({ state: /./ }, 'Shop', interaction('a user'))).toBe(false);
  });

  it('by a pattern each time', () => {
    for (const filter of [{ description: /user/g }, { state: /first/y }]) {
      for (let i = 0; i < 3; i++) expect(isChosen(filter, 'Shop', one)).toBe(true);
    }
  });

  it('if all given criteria match', () => {
    const word = fc.constantFrom('a', 'b');
    const given = { description: word, state: fc.oneof(word, fc.constant(false as const)), consumer: word };
    fc.assert(
      fc.property(
        fc.record(given, { requiredKeys: [] }),
        word,
        fc.option(word),
        word,
        (filter, text, state, name) => {
          const parts = Object.entries(filter).map(([key, value]) => ({ [key]: value }));
          const asked = interaction(text, ...(state === null ? [] : [state]));
          const each = parts.map((part) => isChosen(part, name, asked));
          expect(isChosen(filter, name, asked)).toBe(each.every(Boolean));
        },
      ),
    );
  });
});

it.each<[boolean, InteractionFilter | undefined]>([
  [false, undefined],
  [false, {}],
  [false, { consumer: 'A' }],
  [true, { description: 'a' }],
  [true, { state: 's' }],
  [true, { state: false }],
])('%s: it may exclude a part of a contract by %j', (divides, filter) => {
  expect(dividesContracts(filter)).toBe(divides);
});
