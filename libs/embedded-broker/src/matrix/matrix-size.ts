import type { Database } from '../database/index.ts';
import type { ReadingSize } from '../http/index.ts';
import { mostOfHistory } from '../versions/index.ts';
import { isNameOnlyQuery } from './name-only-preview.ts';
import type { MatrixQuery } from './query.ts';

/** How much an answer reads: for names alone, all that there ever was between them is counted. */
export function matrixSize(database: Database, query: MatrixQuery): ReadingSize {
  return { counted: isNameOnlyQuery(query) ? mostOfHistory(database) : 0 };
}
