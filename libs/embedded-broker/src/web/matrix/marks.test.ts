import { expect, it } from '@jest/globals';
import type { MatrixRow } from '../../matrix/index.ts';
import { marksOf } from './marks.ts';

const row = (version: number, content: number, publishedAt: string, verifiedAt?: string) =>
  ({
    pact: { consumerVersion: { id: version, number: '' }, pactVersionId: content, publishedAt },
    result: verifiedAt === undefined ? null : { verifiedAt },
  }) as unknown as MatrixRow;

it('Rows of versions with the same content carry the same number; several results of one version do not count', () => {
  const rows = [
    row(3, 8, 't3'),
    row(2, 7, 't2', 't4'),
    row(2, 7, 't2', 't5'),
    row(1, 8, 't1'),
    row(4, 9, 't6'),
    row(5, 9, 't7'),
  ];
  expect(rows.map(marksOf(rows)).map(({ content }) => content)).toEqual([1, undefined, undefined, 1, 2, 2]);
});

it('A result that is older than the publication was there before it', () => {
  const rows = [row(1, 1, 't2', 't1'), row(2, 1, 't1', 't2'), row(3, 1, 't1')];
  expect(rows.map(marksOf(rows)).map(({ preVerified }) => preVerified)).toEqual([true, false, false]);
});
