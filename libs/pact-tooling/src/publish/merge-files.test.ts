import { describe, expect, it } from '@jest/globals';
import { pactDocument, PactFileError, type PactFile } from '../pact/index.ts';
import { mergeFiles } from './merge-files.ts';

/** A pact file between `C` and `P`, or others, with these lists, which are JSON text. */
function file(
  source: string,
  lists: Record<string, string>,
  { consumer = 'C', provider = 'P' } = {},
): PactFile {
  const names = `"consumer":{"name":"${consumer}"},"provider":{"name":"${provider}"}`;
  const text = `{${[names, ...Object.entries(lists).map(([name, list]) => `"${name}":${list}`)].join(',')}}`;
  return { ...pactDocument(JSON.parse(text), source), bytes: Buffer.from(text) };
}
const one = (name: string, number = '1') => `{"description":"${name}","n":${number}}`;
const texts = (files: readonly PactFile[]) => files.map(({ bytes }) => bytes.toString());

describe('Pact files', () => {
  it('of other consumers or providers stay separate, byte for byte', () => {
    const files = [
      file('a', { interactions: ` [${one('x', '1.0')}]` }),
      file('b', { interactions: '[]' }, { consumer: 'D' }),
      file('c', { interactions: '[]' }, { provider: 'Q' }),
      file('d', { interactions: '[]' }, { consumer: 'CP', provider: '' }),
    ];
    expect(mergeFiles(files)).toEqual(files);
  });

  it('of the same pair are merged, with the same spelling of numbers', () => {
    const [merged, ...others] = mergeFiles([
      file('a', { interactions: `[${one('x', '1.0')}]`, metadata: '{"v":2.0}' }),
      file('b', { interactions: '[]' }, { consumer: 'D' }),
      file('c', { interactions: `[${one('y', '9007199254740993')},${one('x', '1.0')}]` }),
      file('d', { interactions: `[${one('z', '3e1')}]` }),
    ]);
    expect(others).toHaveLength(1);
    expect(merged?.bytes.toString()).toBe(
      `{"consumer":{"name":"C"},"provider":{"name":"P"},"interactions":[${one('x', '1.0')},` +
        `${one('y', '9007199254740993')},${one('z', '3e1')}],"metadata":{"v":2.0}}`,
    );
    expect(merged?.interactions.map(({ description }) => description)).toEqual(['x', 'y', 'z']);
    expect(merged?.source).toBe('a + c + d');
  });

  it.each<[string, Record<string, string>, Record<string, string>, string]>([
    [
      'messages',
      { messages: `[${one('x')}]` },
      { messages: `[${one('y')}]` },
      `"messages":[${one('x')},${one('y')}]`,
    ],
    ['messages of the second alone', {}, { messages: `[${one('y')}]` }, `"messages":[${one('y')}]`],
    ['messages of the first alone', { messages: `[${one('x')}]` }, {}, `"messages":[${one('x')}]`],
    ['nothing', {}, {}, '"provider":{"name":"P"}'],
  ])('keep their %s', (_, first, second, rest) => {
    const [text] = texts(mergeFiles([file('a', first), file('b', second)]));
    expect(text).toMatch(new RegExp(`${rest.replaceAll(/[[\]{}]/g, '\\$&')}\\}$`));
  });

  it('that contradict each other are refused with their names', () => {
    const files = [
      file('a', { interactions: `[${one('x', '1')}]` }),
      file('b', { interactions: `[${one('x', '1.0')}]` }),
    ];
    expect(() => mergeFiles(files)).toThrow(PactFileError);
    expect(() => mergeFiles(files)).toThrow(/^Can't put a and b together: .*"x"/);
  });
});
