import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PactToolingError } from '@pact-workshop/broker-client';
import { Command, InvalidArgumentError } from 'commander';
import {
  collect,
  connectionFrom,
  guarded,
  wholeNumber,
  withBrokerOptions,
  type CommonOptions,
} from './common.ts';
import { collectList } from './tags.ts';

const ownEnvironment = process.env;
afterEach(() => {
  process.env = ownEnvironment;
});

/** The connection that a command line makes. */
function connect(line: string, env: Record<string, string> = {}) {
  process.env = env;
  const command = withBrokerOptions(new Command('x').exitOverride());
  command.parse(line === '' ? [] : line.split(' '), { from: 'user' });
  return connectionFrom(command.opts<CommonOptions>());
}

describe('The connection', () => {
  const env = {
    PACT_BROKER_BASE_URL: 'http://env',
    PACT_BROKER_USERNAME: 'eve',
    PACT_BROKER_PASSWORD: 'env-pass',
    PACT_BROKER_TOKEN: 'env-token',
  };

  it.each<[string, Record<string, string>, object]>([
    [
      '',
      {},
      { baseUrl: 'http://127.0.0.1:9292', username: undefined, password: undefined, token: undefined },
    ],
    ['', env, { baseUrl: 'http://env', username: 'eve', password: 'env-pass', token: 'env-token' }],
    ['-b http://line', env, { baseUrl: 'http://line', username: 'eve', token: 'env-token' }],
    ['-u ali', env, { username: 'ali', password: 'env-pass', token: undefined }],
    ['-u ali -p line-pass', env, { username: 'ali', password: 'line-pass', token: undefined }],
    ['-p line-pass', env, { username: 'eve', password: 'line-pass' }],
    ['-k line-token', env, { token: 'line-token' }],
    ['-u ali -k line-token', env, { username: 'ali', token: 'line-token' }],
  ])('by %j and its variables', (line, variables, connection) => {
    expect(connect(line, variables)).toMatchObject(connection);
  });

  it('names a certificate that can’t be read', () => {
    expect(() => connect('-c nowhere.pem')).toThrow(/--ssl-certificate.*nowhere\.pem/);
  });
});

describe('A command that fails', () => {
  const { error } = console;
  let said: string;
  beforeEach(() => {
    said = '';
    console.error = (text: string) => void (said += `${text}\n`);
  });
  afterEach(() => {
    console.error = error;
    process.exitCode = undefined;
  });

  it.each<[string, Error, object, number | undefined, RegExp]>([
    ['in words', new PactToolingError('no such thing'), {}, undefined, /^❌ no such thing\n$/],
    ['in words, with another code', new PactToolingError('no such thing'), {}, 2, /^❌ no such thing\n$/],
    [
      'in words, and verbose',
      new PactToolingError('no such thing'),
      { verbose: true },
      undefined,
      /^❌ no such thing\n.*\n {4}at /,
    ],
    ['by a fault of the program', new TypeError('x is not'), {}, undefined, /^❌ x is not\n.*\n {4}at /],
  ])('%s', async (_, thrown, options, exitCode, words) => {
    await guarded(options, () => Promise.reject(thrown), ...(exitCode === undefined ? [] : [exitCode]));
    expect(said).toMatch(words);
    expect(process.exitCode).toBe(exitCode ?? 1);
  });

  it('is the only one that says so', async () => {
    await guarded({}, () => Promise.resolve());
    expect([said, process.exitCode]).toEqual(['', undefined]);
  });
});

it.each(['', '-1', '1.5', '1e3', 'x', '1234567890'])('"%s" is no whole number', (text) => {
  expect(() => wholeNumber(text)).toThrow(InvalidArgumentError);
});
it.each([
  ['0', 0],
  ['007', 7],
  ['999999999', 999_999_999],
])('"%s" is a whole number', (text, number) => expect(wholeNumber(text)).toBe(number));

it('A repeated option has all of its values, and a list those in it', () => {
  expect(collect('b', collect('a', undefined))).toEqual(['a', 'b']);
  expect(collectList('b, c', collectList('a', undefined))).toEqual(['a', 'b', 'c']);
});
