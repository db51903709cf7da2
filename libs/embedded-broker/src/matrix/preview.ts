import type { Database } from '../database/index.ts';
import { evaluateMatrix } from './evaluate.ts';
import type { MatrixQuery } from './query.ts';
import { shownRows } from './verdict.ts';
import { isNameOnlyQuery, nameOnlyPreview, type MatrixPreview } from './name-only-preview.ts';

/**
 * The rows of the matrix for people to look at, as many as the query's limit. Where the query names pacticipants
 * alone, the others are counted without being made: each of a thousand versions with each of a thousand results.
 */
export function matrixPreview(database: Database, query: MatrixQuery): MatrixPreview {
  const preview = isNameOnlyQuery(query) ? nameOnlyPreview(database, query) : undefined;
  if (preview) return preview;
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
