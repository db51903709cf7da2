import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { partsOf } from './parts.ts';
import { rubyMatchers } from './ruby-matchers.ts';

const like = { json_class: 'Pact::SomethingLike', contents: { id: 1 } };
const doubt = (response: object) =>
  rubyMatchers(partsOf({ interactions: [{ description: 'a user', response }] }));

describe('Objects of Ruby matchers', () => {
  it('are reported in the pact of the Ruby library with the newest json, and only there', async () => {
    const file = new URL('../../../test/recorded/ruby-contracts.json', import.meta.url);
    const { before, after } = JSON.parse(await readFile(file, 'utf8')) as Record<string, object>;
    expect(rubyMatchers(partsOf(before!))).toBeUndefined();
    expect(rubyMatchers(partsOf(after!))).toContain('the body of "a request for a user" has "json_class"');
  });

  it.each<[string, object]>([
    ['as the body', { body: like }],
    ['inside of it', { body: { users: [{ name: 'x' }, like] } }],
    ['in a body of specification 4', { body: { content: like, contentType: 'application/json' } }],
    ['in a message', { contents: like }],
  ])('are reported %s', (_, response) => {
    const text = doubt(response);
    expect(text).toContain('the body of "a user" has "json_class": "Pact::SomethingLike"');
    expect(text).toContain("gem 'json', '< 3'");
  });

  it.each<[string, object]>([
    ['a class of the consumer’s own', { body: { json_class: 'Shop::User' } }],
    ['a field without a text', { body: { json_class: ['Pact::'] } }],
    ['a text that speaks of it', { body: 'json_class Pact::SomethingLike' }],
    ['a header', { headers: { json_class: 'Pact::Term' }, body: {} }],
  ])('are not reported %s', (_, response) => {
    expect(doubt(response)).toBeUndefined();
  });

  it('are found at any depth of the body', () => {
    let body: object = like;
    for (let depth = 0; depth < 100_000; depth++) body = [body];
    expect(doubt({ body })).toBeDefined();
  });
});
