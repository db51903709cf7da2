import { describe, expect, it } from '@jest/globals';
import { NotAPactBrokerError, type HalResource } from './index.ts';
import { matrixAnswer } from './matrix-answer.ts';

const url = 'http://broker/matrix';
const row = {
  consumer: { name: 'C', version: { number: '1' } },
  provider: { name: 'P', version: { number: '2' } },
  verificationResult: { success: true, _links: { self: { href: 'http://broker/results/1' } } },
};
const answer = (summary: object, ...matrix: unknown[]) => ({ summary, matrix });

describe('The answer to a matrix query', () => {
  it.each([
    [true, true],
    [false, false],
    [null, null],
    [undefined, null],
  ])('with the verdict %s says %s', (deployable, verdict) => {
    expect(matrixAnswer(answer({ deployable }), url).deployable).toBe(verdict);
  });

  it.each<[string, HalResource]>([
    ['no summary', { matrix: [] }],
    ['no matrix', { summary: { deployable: true } }],
    ['a matrix that is no list', { summary: { deployable: true }, matrix: {} }],
    ['a text for its verdict', answer({ deployable: 'true' })],
    ['a number for its verdict', answer({ deployable: 1 })],
    ['an empty text for its verdict', answer({ deployable: '' })],
    ['counts that are none', answer({ deployable: true, failed: '0' })],
    ['a count of ignored rows that is none', answer({ deployable: true, ignored: '0' })],
    ['a row that is null', answer({ deployable: true }, null)],
    ['a row without a consumer', answer({ deployable: true }, { ...row, consumer: undefined })],
    ['a row without a consumer version', answer({ deployable: true }, { ...row, consumer: { name: 'C' } })],
    ['a row without a provider', answer({ deployable: true }, { ...row, provider: null })],
    [
      'a provider version that is a number',
      answer({ deployable: true }, { ...row, provider: { name: 'P', version: { number: 2 } } }),
    ],
    [
      'a result that is a text',
      answer({ deployable: true }, { ...row, verificationResult: { success: 'true' } }),
    ],
  ])('is an error with %s', (_, body) => {
    expect(() => matrixAnswer(body, url)).toThrow(NotAPactBrokerError);
  });

  it('has rows with and without a result', () => {
    const bare = { ...row, provider: { name: 'P', version: null }, verificationResult: null };
    const counts = { deployable: null, success: 1, failed: 2, unknown: 3, ignored: 4 };
    expect(matrixAnswer(answer(counts, row, { ...bare, ignored: true }), url)).toMatchObject({
      summary: { success: 1, failed: 2, unknown: 3, ignored: 4 },
      rows: [
        {
          consumer: { name: 'C', version: '1' },
          provider: { name: 'P', version: '2' },
          success: true,
          resultUrl: 'http://broker/results/1',
          ignored: false,
        },
        { provider: { name: 'P', version: undefined }, success: null, resultUrl: undefined, ignored: true },
      ],
    });
  });

  it.each<[string, object, string[]]>([
    ['its notices', { notices: [{ text: 'one' }, { text: 'two' }], reason: 'x' }, ['one', 'two']],
    ['only the texts of its notices', { notices: [null, { text: 1 }, { text: '' }, { text: 'a' }] }, ['a']],
    ['the lines of its reason where it has no notices', { reason: 'one\n\ntwo' }, ['one', 'two']],
    ['none', {}, []],
  ])('has as reasons %s', (_, { notices, reason }: { notices?: unknown; reason?: unknown }, reasons) => {
    const body = { ...answer({ deployable: true, reason }), notices };
    expect(matrixAnswer(body, url).reasons).toEqual(reasons);
  });
});
