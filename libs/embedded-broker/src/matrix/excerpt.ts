import type { Database } from '../database/index.ts';
import { evaluateMatrix } from './evaluate.ts';
import type { MatrixQuery } from './query.ts';
import { shownRows } from './verdict.ts';
import { isWide, wideExcerpt, type MatrixExcerpt } from './wide-excerpt.ts';

/**
 * The rows of the matrix for people to look at, as many as the query's limit. Where the query names pacticipants
 * alone, the others are counted without being made: each of a thousand versions with each of a thousand results.
 */
export function matrixExcerpt(database: Database, query: MatrixQuery): MatrixExcerpt {
  const wide = isWide(query) ? wideExcerpt(database, query) : undefined;
  if (wide) return wide;
  const verdict = evaluateMatrix(database, query);
  const { considered, ignoredRows, success, failed, unknown, notices } = verdict;
  return {
    shown: shownRows(verdict, query.limit),
    total: considered.length + ignoredRows.length,
    success,
    failed,
    unknown,
    notices: notices.map(({ text }) => text),
  };
}
