import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { render, urlEscape, withPlaceholders } from './template.ts';

const values = new Map([
  ['pactbroker.a', 'x y'],
  ['pactbroker.empty', ''],
  ['pactbroker.nested', '${pactbroker.a}'],
]);

describe('A template', () => {
  it.each([
    ['', ''],
    ['${pactbroker.a}', 'x y'],
    ['<${pactbroker.a}|${pactbroker.a}>', '<x y|x y>'],
    ['<${pactbroker.empty}>', '<>'],
    ['${pactbroker.unknown} ${a} $pactbroker.a', '${pactbroker.unknown} ${a} $pactbroker.a'],
    ['${pactbroker.nested}', '${pactbroker.a}'],
  ])('%j becomes %j', (template, text) => {
    expect(render(template, values)).toBe(text);
  });

  it('has its values escaped, and nothing else', () => {
    expect(render('a b?${pactbroker.a}&${pactbroker.no}', values, urlEscape)).toBe(
      'a b?x+y&${pactbroker.no}',
    );
  });

  it('can have a word in place of each parameter', () => {
    expect(withPlaceholders('${pactbroker.a}-${pactbroker.unknown}-${b}', 'w')).toBe('w-w-${b}');
  });
});

describe('A value in a URL', () => {
  it.each([
    ['a b', 'a+b'],
    ['*', '%2A'],
    ['a/../@?#&=+%', 'a%2F..%2F%40%3F%23%26%3D%2B%25'],
    ['é', '%C3%A9'],
    ['', ''],
  ])('%j is written as %s', (value, written) => expect(urlEscape(value)).toBe(written));

  it('cannot end a part of the URL, and is read as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const written = urlEscape(value);
        expect(written).toMatch(/^(?:[\w.+-]|%[0-9A-F]{2})*$/);
        expect(new URLSearchParams(`a=${written}`).get('a')).toBe(value.toWellFormed());
      }),
    );
  });
});
