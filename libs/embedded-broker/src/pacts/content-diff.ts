import type * as Diff from 'diff';
import { lazyRequire } from '../lazy-require.ts';
import { isObject, sortedKeys, treeText, type JsonObject, type JsonTree } from './json-tree.ts';

/** Stands for an equal element of an array, so that one sees which ones differ. */
const equalElement = '\u0000';

/**
 * What changed between two contents, as a unified diff of only the parts that differ: unchanged lines start
 * with a space, removed ones with `-`, added ones with `+`; `...` stands for an equal element of an array.
 * @param timeoutMs how long comparing the lines may take
 * @returns undefined when that took too long
 */
export function contentDiff(
  before: JsonTree,
  after: JsonTree,
  { timeoutMs }: { readonly timeoutMs: number },
): string | undefined;
export function contentDiff(before: JsonTree, after: JsonTree): string;
export function contentDiff(
  before: JsonTree,
  after: JsonTree,
  { timeoutMs = Infinity } = {},
): string | undefined {
  const [left, right] = differingParts(withoutIds(sortedKeys(before)), withoutIds(sortedKeys(after)));
  const { diffLines } = lazyRequire<typeof Diff>('diff');
  return diffLines(pretty(left), pretty(right), { timeout: timeoutMs })
    ?.flatMap(({ value, added, removed }) => {
      const sign = added ? '+' : removed ? '-' : ' ';
      return value
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => sign + line);
    })
    .join('\n')
    .replace(/,(\n.\s*\])/g, '$1');
}

function differingParts(left: JsonTree, right: JsonTree): [JsonTree | undefined, JsonTree | undefined] {
  if (isObject(left) && isObject(right)) {
    const parts: [JsonObject, JsonObject] = [{}, {}];
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
      put(parts, left[key], right[key], (part, value) => (part[key] = value));
    }
    return parts;
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    const parts: [JsonTree[], JsonTree[]] = [[], []];
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
      const isEqual = !put(parts, left[i], right[i], (part, value) => part.push(value));
      if (isEqual) for (const part of parts) part.push(equalElement);
    }
    return parts;
  }
  return [left, right];
}

/** @returns whether the two differ, so that there was something to put into the parts */
function put<Part>(
  parts: [Part, Part],
  left: JsonTree | undefined,
  right: JsonTree | undefined,
  add: (part: Part, value: JsonTree) => void,
): boolean {
  if (left !== undefined && right !== undefined) {
    if (treeText(left) === treeText(right)) return false;
    [left, right] = differingParts(left, right);
  }
  if (left !== undefined) add(parts[0], left);
  if (right !== undefined) add(parts[1], right);
  return true;
}

function withoutIds(tree: JsonTree): JsonTree {
  if (Array.isArray(tree)) return tree.map(withoutIds);
  if (!isObject(tree)) return tree;
  return Object.fromEntries(
    Object.entries(tree)
      .filter(([key]) => key !== '_id')
      .map(([key, value]) => [key, withoutIds(value)]),
  );
}

/** A line for each value; a comma behind an array's last element, too, so that an element that follows does not change its line. */
function pretty(tree: JsonTree | undefined): string {
  if (tree === undefined || treeText(tree) === '{}') return '';
  const json = JSON.stringify(JSON.parse(treeText(tree)), null, 2)
    .replaceAll(JSON.stringify(equalElement), '... ')
    .replace(/(\n\s*\])/g, ',$1');
  return `${json}\n`;
}
