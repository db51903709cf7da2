import { describe, expect, it } from '@jest/globals';
import { buildRequest } from './build-request.ts';

const template = {
  method: 'post',
  url: 'http://ci.example:8080/x',
  headers: {},
  body: null,
  username: null,
  password: null,
};
const parameters = new Map([
  ['pactbroker.a', 'x y'],
  ['pactbroker.user', 'ann'],
  ['pactbroker.odd', 'say "hi" \\ ${pactbroker.a}\n\t\u0000é'],
]);
const odd = parameters.get('pactbroker.odd') ?? '';
const built = (changes: object) => buildRequest({ ...template, ...changes }, parameters, 'Broker');

describe('The request of a webhook', () => {
  it('has the sender and the host', () => {
    const { method, url, headers, body } = built({});
    expect([method, url.href, body]).toEqual(['POST', 'http://ci.example:8080/x', undefined]);
    expect(headers).toEqual({
      accept: '*/*',
      'user-agent': 'Broker',
      host: 'ci.example:8080',
      'content-length': '0',
    });
  });

  it.each([
    ['"text ${pactbroker.a}"', 'text x y'],
    ['{"a":"${pactbroker.a}"}', '{"a":"x y"}'],
    ['{"n": 1.0}', '{"n": 1.0}'],
    ['"é"', 'é'],
    ['""', ''],
  ])('has the body %s as %s, as a form unless it has a content type', (given, sent) => {
    const { body, headers } = built({ body: given });
    expect(body).toBe(sent);
    expect(headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(sent)),
    });
    const json = { 'content-type': 'application/json' };
    expect(built({ body: given, headers: json }).headers).toMatchObject(json);
  });

  it.each<[string, unknown, Record<string, string>, unknown]>([
    ['an object', { a: 'x ${pactbroker.odd}', n: 1 }, {}, { a: `x ${odd}`, n: 1 }],
    ['a key', [{ '${pactbroker.odd}': null }], {}, [{ [odd]: null }]],
    ['a text', '{"a": "${pactbroker.odd}", "b": "\\"${pactbroker.a}\\""}', {}, { a: odd, b: '"x y"' }],
    [
      'a text, by its type',
      '"${pactbroker.odd}"',
      { 'content-type': 'application/vnd.a+json; charset=utf-8' },
      odd,
    ],
    [
      'a text with a value that is none',
      '{"user": ${pactbroker.number}, "a": "${pactbroker.odd}"}',
      { 'content-type': 'application/json' },
      { user: 5, a: odd },
    ],
  ])('has a body that stays JSON with any value, where it is %s', (_, given, headers, sent) => {
    const { body = '' } = buildRequest(
      { ...template, body: JSON.stringify(given), headers },
      new Map([...parameters, ['pactbroker.number', '5']]),
      'Broker',
    );
    expect(JSON.parse(body)).toEqual(sent);
  });

  it.each<[string, Record<string, string>]>([
    ['<a>${pactbroker.odd}</a>', {}],
    ['payload={"text": "${pactbroker.odd}"}', {}],
    ['"${pactbroker.odd}"', {}],
    ['{"a": "${pactbroker.odd}"}', { 'content-type': 'text/plain' }],
  ])('has the values as they are in a body that is not JSON: %s, %j', (text, headers) => {
    expect(built({ body: JSON.stringify(text), headers }).body).toBe(
      text.replace('${pactbroker.odd}', () => odd),
    );
  });

  it.each([
    [{ accept: 'text/plain' }, { accept: 'text/plain' }],
    [{ 'user-agent': 'own' }, { 'user-agent': 'own' }],
    [{ host: 'other.example' }, { host: 'other.example' }],
    [{ 'x-a': '${pactbroker.a}' }, { 'x-a': 'x y' }],
    [{ authorization: 'Bearer b' }, { authorization: 'Bearer b' }],
    [{ 'content-length': '9' }, { 'content-length': '0' }],
  ])('has the headers %j, except those that would break it', (headers, sent) => {
    expect(built({ headers }).headers).toMatchObject(sent);
    for (const name of ['transfer-encoding', 'connection'])
      expect(built({ headers: { ...headers, [name]: 'x' } }).headers).not.toHaveProperty(name);
  });

  it.each([
    ['ann', 'pw', 'ann:pw'],
    ['${pactbroker.user}', '${pactbroker.a}', 'ann:x y'],
    ['ann', null, 'ann:'],
  ])('has the credentials of %s and %s', (username, password, credentials) => {
    const headers = { authorization: 'other' };
    expect(built({ username, password, headers }).headers['authorization']).toBe(
      `Basic ${btoa(credentials)}`,
    );
  });

  it('has no credentials without a user name', () => {
    expect(built({ password: 'pw' }).headers).not.toHaveProperty('authorization');
  });

  it('is refused when the URL is not one', () =>
    expect(() => built({ url: 'nowhere' })).toThrow('Invalid URL'));
});
