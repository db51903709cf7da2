import { isLosslessNumber, LosslessNumber, parse } from 'lossless-json';
import { checkNesting, rubyClass } from '../http/index.ts';
import { readJson, type JsonObject, type JsonTree } from './read-json.ts';

export type { JsonObject, JsonTree };

/** @throws SyntaxError when the text is no JSON, or nested too deep */
export function parseTree(text: string): JsonTree {
  const tree = readJson(text);
  if (tree !== undefined) return tree;
  checkNesting(text);
  return parse(text, undefined, { onDuplicateKey: ({ newValue }) => newValue }) as JsonTree;
}

/** The tree as compact JSON, keys in their order. */
export function treeText(tree: JsonTree): string {
  return textOf(tree, Object.keys);
}

/** The same with the keys of every object sorted: the text of its `sortedKeys`, without making them. */
export function sortedText(tree: JsonTree): string {
  return textOf(tree, keysInOrder);
}

function textOf(tree: JsonTree | undefined, keysOf: (object: JsonObject) => string[]): string {
  if (typeof tree === 'string') return quoted(tree);
  if (typeof tree !== 'object') return JSON.stringify(tree ?? null);
  if (tree === null) return 'null';
  if (Array.isArray(tree)) {
    let text = '';
    for (const item of tree) text += `${text === '' ? '[' : ','}${textOf(item, keysOf)}`;
    return text === '' ? '[]' : `${text}]`;
  }
  if (tree instanceof LosslessNumber) return tree.toString();
  let text = '';
  for (const key of keysOf(tree)) {
    const value = tree[key];
    if (value !== undefined) text += `${text === '' ? '{' : ','}${quoted(key)}:${textOf(value, keysOf)}`;
  }
  return text === '' ? '{}' : `${text}}`;
}

/** Characters that do not stand for themselves in JSON text. */
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/;

function quoted(text: string): string {
  return escaped.test(text) ? JSON.stringify(text) : `"${text}"`;
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

/** The keys as an object has them to which they are added sorted: array indexes come first, by their number. */
function keysInOrder(object: JsonObject): string[] {
  const keys = Object.keys(object);
  const others = keys.findIndex((key) => !isIndex(key));
  if (others <= 0) return others < 0 ? keys : keys.sort();
  return [...keys.slice(0, others), ...keys.slice(others).sort()];
}

export function isIndex(key: string): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(key) && Number(key) < 2 ** 32 - 1;
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
