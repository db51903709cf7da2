import type { RequestCost, StatementCost } from './statements.ts';

const nothing: StatementCost = { calls: 0, rows: 0, ms: 0 };

/** What may not grow with history: a statement's time or number of calls, or the time outside of statements. */
export interface Growth {
  readonly what: string;
  readonly small: string;
  readonly large: string;
}

/**
 * What costs more on the longer history although the answer is not so much longer. Calls and rows are counted; the margins
 * of times are wide, so that only what goes through the history is named, not what noise makes.
 */
export function growthsOf(small: RequestCost, large: RequestCost): Growth[] {
  const answer = {
    times: Math.max(1, large.bytes / small.bytes),
    moreBytes: Math.max(0, large.bytes - small.bytes),
  };
  const growths = [...large.statements].flatMap(([sql, after]) =>
    growthOf(sql, small.statements.get(sql) ?? nothing, after, answer),
  );
  const [before, after] = [outside(small), outside(large)];
  if (after > 3 * answer.times * before + 5)
    growths.push({ what: 'outside of statements', small: ms(before), large: ms(after) });
  return growths;
}

function growthOf(
  sql: string,
  before: StatementCost,
  after: StatementCost,
  answer: { readonly times: number; readonly moreBytes: number },
): Growth[] {
  const what = sql.replace(/\s+/g, ' ');
  // A page may ask for each of what it shows.
  if (after.calls > 2 * before.calls + 60)
    return [{ what, small: `${before.calls} calls`, large: `${after.calls} calls` }];
  // What is shown takes a few bytes a row.
  if (after.rows > 2 * before.rows + 100 + answer.moreBytes / 5)
    return [{ what, small: `${before.rows} rows`, large: `${after.rows} rows` }];
  if (after.ms > 4 * answer.times * before.ms + 0.2)
    return [{ what, small: ms(before.ms), large: ms(after.ms) }];
  return [];
}

/** The least of each number: what disturbs a measurement only ever adds to it. */
export function leastOf(a: RequestCost, b: RequestCost): RequestCost {
  const statements = new Map(a.statements);
  for (const [sql, cost] of b.statements) {
    const known = statements.get(sql);
    statements.set(sql, {
      calls: Math.min(cost.calls, known?.calls ?? Infinity),
      rows: Math.max(cost.rows, known?.rows ?? 0),
      ms: Math.min(cost.ms, known?.ms ?? Infinity),
    });
  }
  return { ms: Math.min(a.ms, b.ms), bytes: Math.max(a.bytes, b.bytes), statements };
}

function outside({ ms, statements }: RequestCost): number {
  return ms - [...statements.values()].reduce((sum, cost) => sum + cost.ms, 0);
}

function ms(value: number): string {
  return `${value.toFixed(2)} ms`;
}
