import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

/** A value a statement takes; booleans are stored as 0 and 1. */
export type Parameter = SQLInputValue | boolean | undefined;

/** What `node:sqlite` takes as the values of a statement: those with a name, then the others by their place. */
type Bound = [named: Record<string, SQLInputValue>, ...others: SQLInputValue[]];

/**
 * The values of a statement whose places are `?`, or `?1`, `?2` and so on.
 * @param takesNumbers whether this Node gives values to `?1` by their place
 */
export function bound(
  sql: string,
  parameters: readonly Parameter[],
  takesNumbers = (thisNodeTakesNumbers ??= doesTakeNumbers()),
): Bound {
  const values = parameters.map(bindable);
  if (takesNumbers || !/\?\d/.test(sql)) return [{}, ...values];
  return [Object.fromEntries(values.map((value, i) => [`?${i + 1}`, value]))];
}

let thisNodeTakesNumbers: boolean | undefined;

/** Node before 22.20 takes `?1` for a name: a value has to be given by it, not by its place. */
function doesTakeNumbers(): boolean {
  const database = new DatabaseSync(':memory:');
  try {
    database.prepare('SELECT ?1').get(1);
    return true;
  } catch {
    return false;
  } finally {
    database.close();
  }
}

function bindable(parameter: Parameter): SQLInputValue {
  if (typeof parameter === 'boolean') return parameter ? 1 : 0;
  return parameter ?? null;
}
