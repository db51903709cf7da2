import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Course } from './course.ts';
import type { PlannedInteraction } from './plan/index.ts';

const interaction = (...names: string[]) =>
  ({
    description: names.join(),
    states: names.map((name) => ({ name, params: '' })),
  }) as unknown as PlannedInteraction;

/** What the native verifier asks for in an interaction: its setups, and then its teardowns. */
const changesOf = (names: readonly string[]) =>
  (['setup', 'teardown'] as const).flatMap((action) =>
    (names.length > 0 ? names : ['']).map((state, i, all) => ({
      state,
      action,
      isFirst: i === 0,
      isLast: i === all.length - 1,
    })),
  );

describe('The course of a verification', () => {
  it('follows its interactions, each with its states, and their teardowns unless a setup failed', () => {
    const names = fc.array(fc.constantFrom('a', 'b', ''), { maxLength: 3 });
    const step = fc.record({ names, failsAtSetup: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), (steps) => {
        const course = new Course(steps.map((one) => interaction(...one.names)));
        for (const [i, { names: states, failsAtSetup }] of steps.entries()) {
          const changes = changesOf(states).filter(({ action }) => action === 'setup' || !failsAtSetup);
          for (const { state, action, isFirst, isLast } of changes) {
            const done = course.step(state, action);
            expect(done).toMatchObject({ isFirst, isLast });
            expect(course.runs.indexOf(done.run)).toBe(i);
            expect(course.current).toBe(done.run);
          }
        }
        expect(course.lost).toBeUndefined();
        expect(course.runs).toHaveLength(steps.length);
      }),
    );
  });

  it.each<[string, readonly [string, 'setup' | 'teardown'][]]>([
    ['another state', [['b', 'setup']]],
    ['no state instead of one', [['', 'setup']]],
    ['a teardown before anything', [['a', 'teardown']]],
    [
      'a state again',
      [
        ['a', 'setup'],
        ['a', 'setup'],
      ],
    ],
    [
      'a teardown again',
      [
        ['a', 'setup'],
        ['a', 'teardown'],
        ['a', 'teardown'],
      ],
    ],
    [
      'states after the last',
      [
        ['a', 'setup'],
        ['b', 'setup'],
        ['c', 'setup'],
        ['', 'setup'],
      ],
    ],
  ])('is lost after %s, which it names', (_, steps) => {
    const course = new Course([interaction('a'), interaction('b', 'c')]);
    const last = steps.at(-1)!;
    for (const [state, action] of steps.slice(0, -1)) course.step(state, action);
    expect(() => course.step(...last)).toThrow('which was not expected');
    expect(course.lost).toBe(`it asked for the ${last[1]} of "${last[0]}", which was not expected`);
    expect(() => course.step('z', 'setup')).toThrow();
    expect(course.lost).toContain(`"${last[0]}"`);
  });
});
