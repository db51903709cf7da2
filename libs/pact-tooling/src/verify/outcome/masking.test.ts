import { describe, expect, it } from '@jest/globals';
import { isSecret, maskedBody, maskedPath } from './masking.ts';

describe('A secret value', () => {
  it.each([
    'Authorization',
    'proxy-authorization',
    'Cookie',
    'set-cookie',
    'X-Api-Key',
    'access_token',
    'Password',
  ])('is the value of %s', (name) => expect(isSecret(name)).toBe(true));
  it.each(['Accept', 'author', 'X-Request-Id'])('is not that of %s', (name) =>
    expect(isSecret(name)).toBe(false),
  );

  it.each([
    ['/a?token=x&b=1', '/a?token=***&b=1'],
    ['/a?b=1&api%5Fkey=x', '/a?b=1&api%5Fkey=***'],
    ['/token/1', '/token/1'],
  ])('is masked in the address %s', (path, masked) => expect(maskedPath(path)).toBe(masked));

  it.each([
    ['{"user":"sally","password":"a\\"b","n":1}', '{"user":"sally","password":"***","n":1}'],
    ['{"token": 123, "n": 1}', '{"token": "***", "n": 1}'],
    ['{"token":"cut o', '{"token":"***"'],
    ['user=sally&password=x+y', 'user=sally&password=***'],
    ['a text about a token', 'a text about a token'],
  ])('is masked in the body %s', (body, masked) => expect(maskedBody(body)).toBe(masked));
});
