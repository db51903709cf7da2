import { diffLines } from 'diff';
import { isObject, sortedKeys, treeText, type JsonObject, type JsonTree } from './json-tree.ts';

/**
 * What changed between two contents, as a unified diff of only the parts that differ: unchanged lines start
 * with a space, removed ones with `-`, added ones with `+`.
 */
export function contentDiff(before: JsonTree, after: JsonTree): string {
  const [left, right] = differingParts(withoutIds(sortedKeys(before)), withoutIds(sortedKeys(after)));
  return diffLines(pretty(left), pretty(right))
    .flatMap(({ value, added, removed }) => {
      const sign = added ? '+' : removed ? '-' : ' ';
      return value
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => sign + line);
    })
    .join('\n');
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
      put(parts, left[i], right[i], (part, value) => part.push(value));
    }
    return parts;
  }
  return [left, right];
}

function put<Part>(
  parts: [Part, Part],
  left: JsonTree | undefined,
  right: JsonTree | undefined,
  add: (part: Part, value: JsonTree) => void,
): void {
  if (left !== undefined && right !== undefined) {
    if (treeText(left) === treeText(right)) return;
    [left, right] = differingParts(left, right);
  }
  if (left !== undefined) add(parts[0], left);
  if (right !== undefined) add(parts[1], right);
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

function pretty(tree: JsonTree | undefined): string {
  return tree === undefined ? '' : `${JSON.stringify(JSON.parse(treeText(tree)), null, 2)}\n`;
}
