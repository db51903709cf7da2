import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { partOfPact } from './pact-text.ts';

describe('A part of a pact', () => {
  it.each<[string, string, 'interactions' | 'messages', readonly number[], string]>([
    [
      'keeps the spelling',
      '{ "interactions": [ {"n":1.0}, 2, 3e1 ], "x" : 1.10 }',
      'interactions',
      [0, 2],
      '{ "interactions": [{"n":1.0},3e1], "x" : 1.10 }',
    ],
    ['may be empty', '{"interactions":[1]}', 'interactions', [], '{"interactions":[]}'],
    [
      'loses the other list in front',
      '{"messages": [1] , "interactions":[2]}',
      'interactions',
      [0],
      '{ "interactions":[2]}',
    ],
    [
      'loses the other list at the end',
      '{"interactions":[2] , "messages":[1]}',
      'interactions',
      [0],
      '{"interactions":[2] }',
    ],
    [
      'loses the other list in the middle',
      '{"a":1,"interactions":[1],"messages":[2],"b":2}',
      'messages',
      [0],
      '{"a":1,"messages":[2],"b":2}',
    ],
    [
      'keeps what has such a name further inside',
      '{"a":{"messages":[1]},"interactions":[{"interactions":[1,2]}]}',
      'interactions',
      [0],
      '{"a":{"messages":[1]},"interactions":[{"interactions":[1,2]}]}',
    ],
  ])('%s', (_, text, list, places, part) => {
    expect(partOfPact(text, list, (place) => places.includes(place))).toBe(part);
  });

  it('has the kept interactions in their order, and everything else except for the other list', () => {
    const lists = {
      interactions: fc.array(fc.jsonValue()),
      messages: fc.array(fc.jsonValue()),
      a: fc.jsonValue(),
      z: fc.jsonValue(),
    };
    const order = fc.shuffledSubarray(['interactions', 'messages', 'a', 'z'] as const, { minLength: 1 });
    const list = fc.constantFrom('interactions', 'messages');
    fc.assert(
      fc.property(
        fc.record(lists),
        order,
        list,
        fc.func(fc.boolean()),
        fc.constantFrom(0, 2),
        (all, keys, kept, stays, indent) => {
          const pact = Object.fromEntries(keys.map((key) => [key, all[key]]));
          const part = partOfPact(JSON.stringify(pact, null, indent), kept, (place) => stays(place));
          const { [kept === 'messages' ? 'interactions' : 'messages']: _, ...rest } = pact as Record<
            string,
            unknown
          >;
          const expected =
            kept in rest ? { ...rest, [kept]: all[kept].filter((__, place) => stays(place)) } : rest;
          expect(JSON.parse(part)).toEqual(JSON.parse(JSON.stringify(expected)));
          expect(Object.keys(JSON.parse(part) as object)).toEqual(
            Object.keys(JSON.parse(JSON.stringify(expected)) as object),
          );
        },
      ),
    );
  });
});
