import type { RequestCost, StatementCost } from './statements.ts';

const nothing: StatementCost = { calls: 0, rows: 0 };

/** What may not grow with history: how often a statement runs, or how many rows it gives. */
export interface Growth {
  readonly what: string;
  readonly small: string;
  readonly large: string;
}

/** What runs more often, or gives more rows, on the longer history although the answer does not show so much more. */
export function growthsOf(small: RequestCost, large: RequestCost): Growth[] {
  const moreBytes = Math.max(0, large.bytes - small.bytes);
  return [...large.statements].flatMap(([sql, after]) =>
    growthOf(sql, small.statements.get(sql) ?? nothing, after, moreBytes),
  );
}

function growthOf(sql: string, before: StatementCost, after: StatementCost, moreBytes: number): Growth[] {
  const what = sql.replace(/\s+/g, ' ');
  // A page may ask for each of what it shows.
  if (after.calls > 2 * before.calls + 60)
    return [{ what, small: `${before.calls} calls`, large: `${after.calls} calls` }];
  // What is shown takes a few bytes a row.
  if (after.rows > 2 * before.rows + 100 + moreBytes / 5)
    return [{ what, small: `${before.rows} rows`, large: `${after.rows} rows` }];
  return [];
}

/** Of two rounds the fewest calls, since what else the broker does meanwhile adds to them, and the most rows and bytes. */
export function leastOf(a: RequestCost, b: RequestCost): RequestCost {
  const statements = new Map(a.statements);
  for (const [sql, cost] of b.statements) {
    const known = statements.get(sql);
    statements.set(sql, {
      calls: Math.min(cost.calls, known?.calls ?? Infinity),
      rows: Math.max(cost.rows, known?.rows ?? 0),
    });
  }
  return { bytes: Math.max(a.bytes, b.bytes), statements };
}
