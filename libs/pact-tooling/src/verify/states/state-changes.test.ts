import { describe, expect, it } from '@jest/globals';
import { Course } from '../course.ts';
import type { PlannedInteraction } from '../plan/index.ts';
import { StateChanges, type StateChangeOptions } from './state-changes.ts';
import { byHandlers, type StateHandlers } from './state-handlers.ts';

type Step = [state: string, action: 'setup' | 'teardown', params?: Record<string, unknown>];

/** Carries state changes of one interaction out; returns what happened, and what the verifier was answered. */
async function carryOut(
  steps: readonly Step[],
  options: Partial<StateChangeOptions> & { readonly handlers?: StateHandlers; readonly values?: string[] },
) {
  const names = steps.filter(([, action]) => action === 'setup').map(([name]) => name);
  const interaction = {
    description: 'it',
    states: names.filter(Boolean).map((name) => ({ name, params: '' })),
    stateValues: options.values ?? [],
  } as unknown as PlannedInteraction;
  const changes = new StateChanges(new Course([interaction]), {
    changeState: byHandlers(options.handlers ?? {}),
    timeoutMs: 10_000,
    ...options,
  });
  const answers: string[] = [];
  for (const [state, action, params = {}] of steps) {
    const change = { state, action, params, text: JSON.stringify({ state, action, params }) };
    answers.push(await changes.change(change).catch((error: Error) => error.message));
  }
  return { answers, failures: changes.failures };
}

const failed = 'a state handler or hook failed';
const no = () => {
  throw new Error('no');
};

describe('A state change', () => {
  it('returns the values of each state to the verifier', async () => {
    const handlers = {
      a: () => ({ id: 1 }),
      b: { setup: () => Promise.resolve({ name: 'x' }) },
      c: () => undefined,
    };
    const steps: Step[] = [
      ['a', 'setup'],
      ['b', 'setup'],
      ['c', 'setup'],
      ['a', 'teardown'],
    ];
    const { answers, failures } = await carryOut(steps, { handlers, values: ['id', 'name'] });
    expect(answers).toEqual(['{"id":1}', '{"name":"x"}', '{}', '{}']);
    expect(failures).toEqual([]);
  });

  it.each<[string, Step[], StateHandlers, string[], string[]]>([
    ['comes from a state', [['a', 'setup']], { a: () => ({ id: 1 }) }, ['id'], []],
    ['stands in the contract', [['a', 'setup', { id: 1 }]], { a: () => undefined }, ['id'], []],
    [
      'comes from the second state',
      [
        ['a', 'setup'],
        ['b', 'setup'],
      ],
      { a: () => undefined, b: () => ({ id: 1 }) },
      ['id'],
      [],
    ],
    ['comes from nowhere', [['a', 'setup']], { a: () => ({ other: 1 }) }, ['id', 'x'], ['"id", "x"']],
    ['comes from nowhere, nor any state', [['', 'setup']], {}, ['id'], ['"id"']],
  ])('succeeds if each value %s', async (_, steps, handlers, values, missing) => {
    const { answers, failures } = await carryOut(steps, { handlers, values });
    expect(answers.at(-1) === failed).toBe(missing.length > 0);
    expect(failures.map(({ error }) => (error as Error).message)).toEqual(
      missing.map((names) => expect.stringContaining(`takes ${names} from its provider states`) as unknown),
    );
  });

  it('by a function has no teardown', async () => {
    const events: string[] = [];
    const handlers = { a: () => void events.push('a'), b: { teardown: () => void events.push('-b') } };
    await carryOut(
      [
        ['a', 'setup'],
        ['b', 'setup'],
        ['a', 'teardown'],
        ['b', 'teardown'],
      ],
      { handlers },
    );
    expect(events).toEqual(['a', '-b']);
  });
});

describe('After a failure', () => {
  const events: string[] = [];
  const note = (event: string) => () => void events.push(event);
  const handler = (name: string) => ({ setup: note(`+${name}`), teardown: note(`-${name}`) });
  const hooks = { beforeEach: note('before'), afterEach: note('after') };

  it.each<[string, object, StateHandlers, string[], string[]]>([
    [
      'beforeEach',
      { ...hooks, beforeEach: no },
      { a: handler('a'), b: handler('b') },
      ['after'],
      ['beforeEach'],
    ],
    [
      'the first state',
      hooks,
      { a: { ...handler('a'), setup: no }, b: handler('b') },
      ['before', 'after'],
      ['setup'],
    ],
    [
      'the second state',
      hooks,
      { a: handler('a'), b: { ...handler('b'), setup: no } },
      ['before', '+a', '-a', 'after'],
      ['setup'],
    ],
    [
      'a teardown on the way back',
      hooks,
      { a: { ...handler('a'), teardown: no }, b: { setup: no } },
      ['before', '+a', 'after'],
      ['setup', 'teardown'],
    ],
  ])(
    'of %s, what was set up is torn down, and nothing else is set up',
    async (_, given, handlers, happened, actions) => {
      events.length = 0;
      const { answers, failures } = await carryOut(
        [
          ['a', 'setup'],
          ['b', 'setup'],
        ],
        { handlers, ...given },
      );
      expect(events).toEqual(happened);
      expect(answers.at(-1)).toBe(failed);
      expect(failures.map(({ action }) => action)).toEqual(actions);
    },
  );

  it('of a teardown, the hook after it runs, and the failure is reported', async () => {
    events.length = 0;
    const handlers = { a: { teardown: no } };
    const { answers, failures } = await carryOut(
      [
        ['a', 'setup'],
        ['a', 'teardown'],
      ],
      { handlers, ...hooks },
    );
    expect(events).toEqual(['before', 'after']);
    expect(answers).toEqual(['{}', failed]);
    expect(failures).toMatchObject([{ state: 'a', action: 'teardown', interaction: 'it' }]);
  });

  it('of a handler that does not finish, its timeout is reported', async () => {
    const handlers = { a: () => new Promise<void>(() => undefined) };
    const { failures } = await carryOut([['a', 'setup']], { handlers, timeoutMs: 20 });
    expect(failures.map(({ error }) => (error as Error).message)).toEqual(['it did not finish within 20 ms']);
  });
});
