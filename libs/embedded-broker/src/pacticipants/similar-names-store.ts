import type { Database } from '../database/index.ts';
import { significantWords } from './duplicate-names.ts';

/** Names of pacticipants that a new name may be a misspelling of. */
export function similarNames(database: Database, name: string): string[] {
  noteSignificantWords(database);
  return database
    .all<{ name: string }>(
      'SELECT name FROM pacticipants WHERE significant_words = ? ORDER BY lower(name), name',
      significantWords(name),
    )
    .map((row) => row.name);
}

/** The words of a name are noted when they are first asked for, so that the next new name is found by an index. */
function noteSignificantWords(database: Database): void {
  const fresh = database.all<{ id: number; name: string }>(
    'SELECT id, name FROM pacticipants WHERE significant_words IS NULL',
  );
  for (const { id, name } of fresh)
    database.run('UPDATE pacticipants SET significant_words = ? WHERE id = ?', significantWords(name), id);
}
