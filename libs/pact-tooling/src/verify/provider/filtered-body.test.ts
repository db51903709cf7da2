import { describe, expect, it } from '@jest/globals';
import { FilteredBody } from './filtered-body.ts';

const latin1 = Buffer.from('{"a":"\xe9"}', 'latin1');
const form = 'application/x-www-form-urlencoded';

/** Offers a body to a filter; returns what it saw, and what is sent then. */
function filter(
  bytes: Buffer | string,
  contentType: string | undefined,
  change: (request: { body?: unknown }) => unknown,
  encoding?: string,
) {
  const headers = { 'content-type': contentType, 'content-encoding': encoding };
  const body = new FilteredBody(Buffer.from(bytes), { headers });
  const request: { body?: unknown } = {};
  body.offerAs(request);
  return { seen: change(request), sent: body.result() };
}
const looking = (request: { body?: unknown }) => request.body;

describe('A request filter', () => {
  it.each<[string, string | undefined, unknown]>([
    ['{"a":1}', 'application/json', { a: 1 }],
    ['{"a":1}', 'application/vnd.api+json; charset="UTF-8"', { a: 1 }],
    ['{"a":', 'application/json', Buffer.from('{"a":')],
    ['a=1&l=x&l=y+z&e=', form, { a: '1', l: ['x', 'y z'], e: '' }],
    ['{"a":1}', 'text/plain', Buffer.from('{"a":1}')],
    ['{"a":1}', undefined, Buffer.from('{"a":1}')],
    ['', 'application/json', Buffer.alloc(0)],
  ])('sees the value of %j as %s, and keeps the bytes', (text, contentType, value) => {
    const { seen, sent } = filter(text, contentType, looking);
    expect(seen).toEqual(value);
    expect(sent.toString()).toBe(text);
  });

  it.each([
    ['another charset', latin1, 'application/json; charset=iso-8859-1', undefined],
    ['a compressed body', Buffer.from('{"a":1}'), 'application/json', 'gzip'],
    ['a form in another charset', Buffer.from('a=1'), `${form}; charset=utf-16`, undefined],
  ])('sees the bytes of %s', (_, bytes, contentType, encoding) => {
    const { seen, sent } = filter(bytes, contentType, looking, encoding);
    expect(seen).toEqual(bytes);
    expect(sent).toEqual(bytes);
  });

  it('keeps the spelling without access to the body', () => {
    expect(filter('{ "a" : 1.0 }', 'application/json', () => undefined).sent.toString()).toBe(
      '{ "a" : 1.0 }',
    );
    expect(filter('{ "a" : 1.0 }', 'application/json', looking).sent.toString()).toBe('{ "a" : 1.0 }');
  });

  it.each<[string, string, (request: { body?: unknown }) => void, string]>([
    [
      '{"n":9007199254740993,"m":1.10}',
      'application/json',
      ({ body }) => Object.assign(body!, { a: 1 }),
      '{"n":9007199254740993,"m":1.1,"a":1}',
    ],
    ['a=1&l=x&l=y', form, ({ body }) => Object.assign(body!, { a: '2&' }), 'a=2%26&l=x&l=y'],
    ['a=1&l=x&l=y', form, ({ body }) => void ((body as { l: string[] }).l[1] = 'z'), 'a=1&l=x&l=z'],
    ['one', 'text/plain', (request) => (request.body = 'two'), 'two'],
    ['"one"', 'application/json', (request) => (request.body = 'two'), '"two"'],
    ['one', 'text/plain', (request) => (request.body = { a: 1 }), '{"a":1}'],
    ['one', 'text/plain', (request) => (request.body = Buffer.from('two')), 'two'],
    ['one', 'text/plain', (request) => (request.body = new Uint8Array([104, 105])), 'hi'],
    ['{"a":1}', 'application/json', (request) => (request.body = undefined), ''],
    ['{"a":1}', 'application/json', (request) => (request.body = { a: 1 }), '{"a":1}'],
    ['one', 'text/plain', ({ body }) => void (body as Buffer).write('tw'), 'twe'],
  ])('changes %s as %s', (text, contentType, change, sent) => {
    expect(filter(text, contentType, change).sent.toString()).toBe(sent);
  });

  it('sees its own value', () => {
    const { seen } = filter('{}', 'application/json', (request) => {
      request.body = 'mine';
      return request.body;
    });
    expect(seen).toBe('mine');
  });
});
