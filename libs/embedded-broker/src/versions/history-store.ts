import type { Database } from '../database/index.ts';

/** How many pacts, results and versions there are at most: their ids tell, without a look at them. */
export function mostOfHistory(database: Database): number {
  const row = database.get<{ rows: number }>(
    `SELECT ifnull((SELECT max(id) FROM pact_publications), 0) + ifnull((SELECT max(number) FROM verifications), 0)
       + ifnull((SELECT max(id) FROM versions), 0) AS rows`,
  );
  return row?.rows ?? 0;
}
