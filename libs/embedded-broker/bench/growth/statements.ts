import { Database } from '../../src/database/index.ts';

/** What a statement cost in one request. */
export interface StatementCost {
  calls: number;
  rows: number;
}

/** What a request cost, and what of it fell to each statement, by its text. */
export interface RequestCost {
  readonly bytes: number;
  readonly statements: ReadonlyMap<string, StatementCost>;
}

type Statement = (this: Database, sql: string, ...parameters: never[]) => unknown;

/**
 * Listens to every statement that a broker of this process runs.
 * @returns what was run since the last question
 */
export function listenToStatements(): () => ReadonlyMap<string, StatementCost> {
  let heard = new Map<string, StatementCost>();
  for (const method of ['all', 'get', 'run', 'insert'] as const) {
    const original = Object.getOwnPropertyDescriptor(Database.prototype, method)?.value as Statement;
    Object.defineProperty(Database.prototype, method, {
      value(this: Database, sql: string, ...parameters: never[]) {
        const answer = original.call(this, sql, ...parameters);
        const cost = heard.get(sql) ?? { calls: 0, rows: 0 };
        cost.calls++;
        cost.rows += Array.isArray(answer) ? answer.length : 1;
        heard.set(sql, cost);
        return answer;
      },
    });
  }
  return () => {
    const taken = heard;
    heard = new Map();
    return taken;
  };
}
