import { describe, expect, it } from '@jest/globals';
import { multipartOf } from './multipart.ts';

const lines = (...all: string[]) => Buffer.from(all.join('\r\n'));
const form = 'multipart/form-data; boundary=x';

describe('The parts of a body', () => {
  it('are its texts, and its bytes as base64', () => {
    const head = lines('--x', 'Content-Type: text/plain', 'X-Name: Märy', '', 'a', '', 'b', '--x', '', '');
    const tail = lines('', '--x--', 'what follows');
    expect(multipartOf(form, Buffer.concat([head, Buffer.from([0, 255]), tail]))).toEqual([
      { headers: ['Content-Type: text/plain', 'X-Name: Märy'], content: 'a\r\n\r\nb', isText: true },
      { headers: [], content: 'AP8=', isText: false },
    ]);
  });

  it.each([
    'multipart/mixed',
    'multipart/mixed; boundary="x"',
    'Multipart/Related; charset=utf-8; Boundary=x; start=a',
  ])('are found in %s', (type) => {
    expect(multipartOf(type, lines('--x', '', 'a', '--x--'))).toMatchObject([{ content: 'a' }]);
  });

  it('come after what stands before the first', () => {
    expect(multipartOf(form, lines('hello', '--x', '', 'a', '--x--'))).toMatchObject([{ content: 'a' }]);
  });

  it.each([
    ['another type', 'text/plain', lines('--x', '', 'a', '--x--')],
    ['another boundary', 'multipart/mixed; boundary=y', lines('--x', '', 'a', '--x--')],
    ['no boundary', 'multipart/mixed', lines('a')],
    ['no end', form, lines('--x', '', 'a')],
    ['no part', form, lines('--x--')],
  ])('are none with %s', (_, type, bytes) => {
    expect(multipartOf(type, bytes)).toEqual([]);
  });
});
