import { stringify } from 'lossless-json';
import type { JsonTree } from '../../pacts/index.ts';

/** JSON for people to read, numbers as they were spelled. */
export function prettyJson(tree: JsonTree, indent = '  '): string {
  return stringify(tree, undefined, indent) ?? 'null';
}
