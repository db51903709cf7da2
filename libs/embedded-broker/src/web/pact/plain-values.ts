import { isObject, treeText, type JsonTree } from '../../pacts/index.ts';

/** A string, a number or a truth value as text. */
export function text(tree: JsonTree | undefined): string | undefined {
  if (tree === undefined || tree === null || Array.isArray(tree) || isObject(tree)) return undefined;
  return String(tree);
}

/** A string as it is, any other value as JSON. */
export function asWritten(tree: JsonTree): string {
  return typeof tree === 'string' ? tree : treeText(tree);
}

/** Names and values of an object as text, e.g. of headers; several values of one name in a row. */
export function pairsOf(tree: JsonTree | undefined): [string, string][] {
  if (!isObject(tree)) return [];
  return Object.entries(tree).map(([name, value]) => [
    name,
    [value]
      .flat()
      .map((one) => text(one) ?? JSON.stringify(one))
      .join(', '),
  ]);
}
