import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { shownBody } from './shown-body.ts';

const secret = '{"user":"sally","password":"s3cret"}';
const masked = '{"user":"sally","password":"***"}';
const encoded = (encoding: string) => [['Content-Encoding', encoding] as const];

describe('A body', () => {
  it.each([
    ['as it stands', Buffer.from(secret), []],
    ['without an encoding', Buffer.from(secret), encoded('identity')],
    ['by gzip', gzipSync(secret), encoded('gzip')],
    ['by deflate', deflateSync(secret), encoded('deflate')],
    ['by brotli', brotliCompressSync(secret), encoded('br')],
  ])('is shown without secrets: %s', (_, body, headers) => {
    expect(shownBody(body, headers)).toBe(masked);
  });

  it.each([
    ['of another encoding', Buffer.from('abc'), encoded('zstd'), '(3 bytes of unknown type)'],
    ['that is not what it says', Buffer.from('abc'), encoded('gzip'), '(3 bytes of unknown type)'],
    [
      'that is no text',
      Buffer.from([1, 0]),
      [['content-type', 'image/png'] as const],
      '(2 bytes of image/png)',
    ],
  ])('%s is only described', (_, body, headers, shown) => {
    expect(shownBody(body, headers)).toBe(shown);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('that is too long after decompression of %s is only described', (encoding, compress) => {
    const body = compress(Buffer.alloc(2 * 1024 * 1024, 'x'));
    expect(shownBody(body, encoded(encoding))).toBe(`(${body.length} bytes of unknown type)`);
  });

  it.each([
    [4000, 'x'.repeat(4000)],
    [4001, `${'x'.repeat(4000)}… (4001 bytes)`],
  ])('of %i characters is truncated if it is too long', (length, shown) => {
    expect(shownBody(Buffer.from('x'.repeat(length)), [])).toBe(shown);
  });

  it('that is empty is none', () => expect(shownBody(Buffer.alloc(0), [])).toBeUndefined());
});
