import type { LosslessNumber } from 'lossless-json';
import { isLosslessNumber, parse, stringify } from 'lossless-json';
import { checkNesting, rubyClass } from '../http/index.ts';

/** JSON in memory with every number as it was spelled: `1` and `1.0` are two things to a matcher. */
export type JsonTree = null | boolean | string | LosslessNumber | JsonTree[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonTree;
}

/** @throws SyntaxError when the text is no JSON, or nested too deep */
export function parseTree(text: string): JsonTree {
  checkNesting(text);
  return parse(text, undefined, { onDuplicateKey: ({ newValue }) => newValue }) as JsonTree;
}

/** The tree as compact JSON, keys in their order. */
export function treeText(tree: JsonTree): string {
  return stringify(tree) ?? 'null';
}

export function isObject(tree: JsonTree | undefined): tree is JsonObject {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree) && !isLosslessNumber(tree);
}

/** The same with the keys of every object sorted. Arrays keep their order. */
export function sortedKeys(tree: JsonTree): JsonTree {
  if (Array.isArray(tree)) return tree.map(sortedKeys);
  if (!isObject(tree)) return tree;
  return Object.fromEntries(
    Object.keys(tree)
      .sort()
      .map((key) => [key, sortedKeys(tree[key] as JsonTree)]),
  );
}

/** The value at a path of keys, or undefined. */
export function valueAt(tree: JsonTree, ...path: string[]): JsonTree | undefined {
  let value: JsonTree | undefined = tree;
  for (const key of path) value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

/** The kind of a JSON value, by the name the official broker gives it. */
export function kindOf(tree: JsonTree): string {
  if (isLosslessNumber(tree)) return /[.eE]/.test(tree.toString()) ? 'Float' : 'Integer';
  return rubyClass(tree);
}
