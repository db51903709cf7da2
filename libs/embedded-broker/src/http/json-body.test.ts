import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BrokerError } from './errors.ts';
import { checkNesting, fieldsOf, isFilled, parseJsonBody, rubyClass, utf8Text } from './json-body.ts';

const messageOf = (text: string | Buffer): string => {
  try {
    parseJsonBody(Buffer.from(text));
    return 'read';
  } catch (error) {
    return (error as BrokerError).message;
  }
};
const nested = (depth: number, inner = '') => '['.repeat(depth) + inner + ']'.repeat(depth);

describe('A JSON body', () => {
  it('is read as what it was written from, whatever that was', () => {
    fc.assert(
      fc.property(fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())), (value) => {
        const text = JSON.stringify(value, null, 1);
        expect(parseJsonBody(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    [nested(50), 'read'],
    [nested(51), 'JSON::NestingError - nesting of 51 is too deep'],
    [`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`, 'read'],
    [`${'{"a":'.repeat(51)}1${'}'.repeat(51)}`, 'JSON::NestingError - nesting of 51 is too deep'],
    [`[${'[],'.repeat(100)}{}]`, 'read'],
    [`[${'{},'.repeat(100)}[]]`, 'read'],
    [JSON.stringify(['['.repeat(100)]), 'read'],
    [JSON.stringify([`"${'['.repeat(100)}`]), 'read'],
    [JSON.stringify(['\\'.repeat(3) + '{'.repeat(100)]), 'read'],
    [`["\\\\",${nested(50)}]`, 'JSON::NestingError - nesting of 51 is too deep'],
  ])('is too deep by its lists and objects, not by its texts: %#', (text, expected) => {
    expect(messageOf(text)).toBe(expected);
  });

  it.each([
    String.raw`["\ud83d\ude00"]`,
    String.raw`["\uD83D\uDE00"]`,
    String.raw`["\\ud83d"]`,
    String.raw`["\\\\ud83d"]`,
    String.raw`["\u00e9"]`,
    '["😀"]',
  ])('may have any character: %s', (text) => expect(messageOf(text)).toBe('read'));

  it.each([
    [String.raw`["\ud83d"]`, 3],
    [String.raw`["\uD83D"]`, 3],
    [String.raw`["\ud83d\u0041"]`, 3],
    [String.raw`["a\\\ud83d"]`, 4],
  ])('never has half of a character: %s', (text, at) => {
    expect(messageOf(text)).toBe(`JSON::ParserError - incomplete surrogate pair at character ${at}`);
  });

  it.each([
    ['null', 'NilClass'],
    ['true', 'TrueClass'],
    ['false', 'FalseClass'],
    ['"x"', 'String'],
    ['7', 'Integer'],
    ['7.5', 'Float'],
  ])('is an object or a list, not %s', (text, kind) => {
    expect(messageOf(text)).toBe(`RuntimeError - Expected JSON Object in request body but found ${kind}`);
  });

  it('may begin with a byte order mark', () => expect(messageOf('\uFEFF{}')).toBe('read'));

  it('says where the UTF-8 is invalid, and what precedes it', () => {
    const wrong = Buffer.from([0xff]);
    const at = (before: string) => messageOf(Buffer.concat([Buffer.from(before), wrong, Buffer.from('}')]));
    expect(at('{"é')).toBe(
      'Request body has a non UTF-8 character at char 4 and cannot be parsed as JSON. ' +
        `Fragment preceding invalid character is: '{"é'`,
    );
    expect(utf8Text(Buffer.concat([Buffer.from('x'.repeat(250)), wrong]))).toEqual({
      at: 251,
      before: 'x'.repeat(100),
    });
    expect(utf8Text(Buffer.from('é'))).toBe('é');
  });
});

describe('A value of a body', () => {
  it.each([
    [undefined, false],
    [null, false],
    ['', false],
    [[], false],
    [{}, false],
    [' ', true],
    [0, true],
    [false, true],
    [[null], true],
    [{ a: null }, true],
  ])('%j says something: %s', (value, expected) => expect(isFilled(value)).toBe(expected));

  it.each([
    [{ a: 1 }, { a: 1 }],
    [[1], {}],
    ['text', {}],
    [null, {}],
    [undefined, {}],
  ])('%j has the fields %j', (value, fields) => expect(fieldsOf(value)).toEqual(fields));

  it('has a name in Ruby', () =>
    expect([{}, [], 1, 'x'].map(rubyClass)).toEqual(['Hash', 'Array', 'Integer', 'String']));

  it('is not looked at within texts', () =>
    expect(() => checkNesting('"'.repeat(3) + '['.repeat(99))).not.toThrow());
});
