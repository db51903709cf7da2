import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { mismatchesIn } from './index.ts';

const recorded = async <T>(name: string): Promise<T> => {
  const file = new URL(`../../../test/recorded/${name}.json`, import.meta.url);
  return (JSON.parse(await readFile(file, 'utf8')) as { told: T }).told;
};

/** An error as Jest prints it: below the title of its test, indented, with more output after it. */
const printed = (message: string) =>
  `  ● The User Service › does what its consumers expect of it\n\n${message.replaceAll(/^/gm, '    ')}\n\n      at Object.write (pino.ts:17:17)\n\nTest Suites: 1 failed, 1 total\n`;

type Row = readonly [path: string | undefined, expected: string | undefined, actual: string | undefined];

describe('Mismatches in the output of a verification', () => {
  it.each<[description: string, rows: readonly Row[]]>([
    ['another status', [[undefined, '404', '500']]],
    ['another value', [['$.name', "'Mary'", "'Ron'"]]],
    ['another number', [['$.id', '10', '11']]],
    ['another type', [['$.id', '10', "'one'"]]],
    ['an object for a list', [[undefined, '[{"id":10}]', '{"error":"jwt malformed"}']]],
    ['another form', [['$.date', String.raw`'^\d{4}-\d{2}$'`, "'November'"]]],
    ['a field less', [[undefined, 'firstName', undefined]]],
    ['too few items', [['$.tags', '2', '[]']]],
    ['another header', [['X-Page', "'1'", "'2'"]]],
    ['a header less', [['X-Page', "a header 'X-Page'", 'missing']]],
    ['a header in another form', [['X-Page', String.raw`'^\d+$'`, "'one'"]]],
    ['another of the values of a header', [['Vary', "'Origin'", "'Cookie'"]]],
    ['a value of a header less', [['Vary', "'Origin'", 'missing']]],
    [
      'another parameter of a header',
      [['Content-Type', "'text/plain;charset=utf-8'", "'text/plain;charset=utf-16'"]],
    ],
    ['another text', []],
    ['nothing for a value', [['$.name', "'Mary'", 'null']]],
    ['an empty value', [['$.name', "'Mary'", "''"]]],
    ['too many items', [['$.ids', 'a List with 1 elements', '2 elements']]],
    [
      'another kind of body',
      [
        [undefined, "'application/json'", "'text/plain;charset=utf-8'"],
        ['Content-Type', "'application/json'", "'text/plain;charset=utf-8'"],
      ],
    ],
    [
      'no body',
      [
        [undefined, 'body Present(8 bytes, application/json)', 'empty'],
        ['Content-Type', "a header 'Content-Type'", 'missing'],
      ],
    ],
    ['a connection that breaks off', [[undefined, undefined, undefined]]],
    ['no difference', []],
  ])('are read from %s, with expected and actual value', async (description, rows) => {
    const all = mismatchesIn(printed(await recorded<string>('verification')));
    const found = all.filter(({ interaction }) => interaction === description);
    expect(found.map(({ path, expected, actual }) => [path, expected, actual])).toEqual(rows);
    expect(found.every(({ states }) => states.join() === 'all is as usual')).toBe(true);
  });

  it('keep the sentence, and separate several states', () => {
    const [first] = mismatchesIn(
      printed(
        'VerificationFailedError: 1 of 4 interactions failed:\n' +
          '  a request for a user that does not exist (given User sally does not exist, Users exist)\n' +
          '    - something new',
      ),
    );
    expect(first).toEqual({
      interaction: 'a request for a user that does not exist',
      states: ['User sally does not exist', 'Users exist'],
      description: 'something new',
      path: undefined,
      expected: undefined,
      actual: undefined,
    });
  });
});

describe('Mismatches in the output of Pact’s mock server', () => {
  it.each<[mistake: string, interaction: string, row: Row]>([
    ['another path', 'POST /users', [undefined, 'POST /users', 'POST /user']],
    ['another method', 'POST /users', [undefined, 'POST /users', 'PUT /users']],
    ['another query', 'POST /users', ['page', "'1'", "'2'"]],
    ['no query', 'POST /users', ['page', "query parameter 'page'", 'missing']],
    ['a header less', 'POST /users', ['Authorization', "a header 'Authorization'", 'missing']],
    ['another header', 'POST /users', ['Authorization', "'^Bearer .+$'", "'Basic x'"]],
    ['another type in the body', 'POST /users', ['$.name', "'Mary'", '7']],
    ['a field less', 'POST /users', ['$', 'a Map with keys [name]', 'one with keys []']],
    ['no request', 'POST /users', [undefined, 'POST /users', undefined]],
    ['two requests for one', 'POST /users/1', [undefined, undefined, 'POST /users/1']],
  ])('are read from %s', async (mistake, interaction, [path, expected, actual]) => {
    const told = await recorded<Record<string, string>>('mock-server');
    expect(mismatchesIn(printed(told[mistake] ?? ''))).toMatchObject([
      { interaction, states: [], path, expected, actual },
    ]);
  });

  it('pair the received request with the expected one', async () => {
    const told = await recorded<Record<string, string>>('mock-server');
    expect(mismatchesIn(printed(told['another path'] ?? ''))[0]?.description).toBe(
      'POST /user was not expected, POST /users was expected, but not received',
    );
  });
});

it('There are no mismatches in the output of a passing command', () => {
  expect(mismatchesIn('Tests: 4 passed, 4 total\n')).toEqual([]);
});
