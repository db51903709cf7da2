import { describe, expect, it } from '@jest/globals';
import { parseTree } from '../../pacts/index.ts';
import { bodyOf } from './body.ts';

const base64 = (bytes: string | Buffer) => Buffer.from(bytes).toString('base64');
const bodyIn = (part: object, isV4 = true) => bodyOf(parseTree(JSON.stringify(part)), isV4);

describe('A body', () => {
  it.each<[string, object, object]>([
    ['null', { body: null }, { content: null, form: 'plain' }],
    ['null of version 4', { body: { content: null } }, { content: null, form: 'plain' }],
    ['an empty text', { body: '' }, { content: '', form: 'plain' }],
    ['an empty text of version 4', { body: { content: '' } }, { content: '', form: 'plain' }],
    ['an empty message', { contents: '' }, { content: '', form: 'plain' }],
    [
      'text as base64',
      { body: { content: base64('Märy'), encoded: 'base64' } },
      { content: 'Märy', form: 'decoded' },
    ],
    [
      'text as base64 without a name for it',
      { body: { content: base64('a'), encoded: true } },
      { content: 'a' },
    ],
    ['JSON as a text', { body: { content: '"Mary"', encoded: 'JSON' } }, { content: 'Mary', form: 'plain' }],
    ['no JSON as a text', { body: { content: 'Mary', encoded: 'JSON' } }, { content: 'Mary', form: 'plain' }],
  ])('is shown: %s', (_, part, body) => {
    expect(bodyIn(part)).toMatchObject(body);
  });

  it.each([
    ['Latin-1', Buffer.from('Märy', 'latin1')],
    ['protobuf', Buffer.from([18, 4, 10, 2, 8, 3])],
    ['text with a zero', Buffer.from('a\0b')],
  ])('of bytes that are no text stays encoded: %s', (_, bytes) => {
    const content = base64(bytes);
    expect(bodyIn({ body: { content, encoded: 'base64' } })).toMatchObject({ content, form: 'bytes' });
  });

  it.each([
    ['*/*', { headers: { 'content-type': ['text/csv'] } }, 'text/csv'],
    [undefined, { headers: { 'Content-Type': 'text/csv' } }, 'text/csv'],
    ['*/*', { metadata: { contentType: 'text/csv' } }, 'text/csv'],
    ['*/*', {}, '*/*'],
    ['text/plain', { headers: { 'Content-Type': ['text/csv'] } }, 'text/plain'],
  ])('of the type %s with %j is %s', (contentType, part, type) => {
    expect(bodyIn({ ...part, body: { content: 'a', contentType, encoded: false } })?.type).toBe(type);
  });

  it('is none where the contract says nothing of it', () => expect(bodyIn({})).toBeUndefined());

  it('before version 4 is all that is there', () => {
    expect(bodyIn({ body: { content: 'YQ==' } }, false)?.content).toEqual({ content: 'YQ==' });
  });
});
