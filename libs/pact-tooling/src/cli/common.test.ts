import { afterEach, describe, expect, it } from '@jest/globals';
import { announceRetry } from '@pact-workshop/broker-client';
import { Command, InvalidArgumentError } from 'commander';
import { collect, connectionFrom, wholeNumber, withBrokerOptions, type CommonOptions } from './common.ts';
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

  it('says why a command waits', () => {
    expect(connect('', env).onRetry).toBe(announceRetry);
  });

  it('names a certificate that can’t be read', () => {
    expect(() => connect('-c nowhere.pem')).toThrow(/--ssl-certificate.*nowhere\.pem/);
  });
});

it.each(['', '-1', '1.5', '1e3', 'x', '1234567890'])('"%s" is not a whole number', (text) => {
  expect(() => wholeNumber(text)).toThrow(InvalidArgumentError);
});
it.each([
  ['0', 0],
  ['007', 7],
  ['999999999', 999_999_999],
])('"%s" is a whole number', (text, number) => expect(wholeNumber(text)).toBe(number));

it('A repeated option has all its values, and those of a list', () => {
  expect(collect('b', collect('a', undefined))).toEqual(['a', 'b']);
  expect(collectList('b, c', collectList('a', undefined))).toEqual(['a', 'b', 'c']);
});
